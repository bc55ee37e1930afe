import { type GraphQLOutputType, type GraphQLSchema, isLeafType, isListType, isNonNullType } from 'graphql'
import { Unsupported } from '../unsupported.js'
import { leafScan, listScan, literal, MISFIT, orNull, type Scan, scanNull } from './scan-leaf.js'
import type { FieldShape, ObjectShape } from './shape.js'

/** No object: a null, or an entity that was not asked about. */
export const NOBODY = -1
/** No object, since a list is empty. */
export const EMPTY = -2

/**
 * Where in the bytes of an answer the things stand that are needed of it. Each object that is not copied as a whole has a
 * frame of numbers: the next object of its list, the place of it among the entities of each attached fetch, and then
 * whatever its layout asks for.
 */
export class Tape {
  /** Numbers up to `size`; what stands behind it is left over from an earlier answer. */
  readonly slots: number[] = spare.pop() ?? []
  size = 0
  /** The frames of entities, in the order in which they were asked about. */
  readonly frames: number[] = []
  /** The frame that was scanned last. */
  frame = NOBODY

  constructor(
    readonly bytes: Buffer,
    /** The frames about which each fetch asks. */
    readonly targets: readonly number[][],
  ) {}

  /** Begins a frame. */
  begin(frameSize: number): number {
    const frame = this.size
    this.size += frameSize
    for (let slot = frame; slot < this.size; slot += 1) this.slots[slot] = NOBODY
    return frame
  }

  /** Leaves the numbers to another answer; nobody may look at this one any more. */
  release(): void {
    if (this.slots.length <= spareLength && spare.length < spareTapes) spare.push(this.slots)
  }
}

/** Lists of numbers that were made and are not in use. */
const spare: number[][] = []
const spareTapes = 64
const spareLength = 16 * 1024

/** The slots of a field in the frames of its object. */
export interface FieldSlots {
  /** Where its name begins. */
  start?: number
  value?: number
  end?: number
  /** The frame of the object in it, or of the first in its list. */
  child?: number
}

/** What the frames of a shape keep. */
export class FrameLayout {
  private readonly slots = new Map<FieldShape, FieldSlots>()
  /** The first slot leads to the next object of a list. */
  private size = 1
  private readonly places = new Map<number, number>()

  constructor(readonly shape: ObjectShape) {
    for (const { part } of shape.attached) this.places.set(part, this.size++)
  }

  get frameSize(): number {
    return this.size
  }

  /** The slot with the place of an object among the entities of a fetch. */
  placeIn(part: number): number {
    return this.places.get(part) ?? NOBODY
  }

  slotsOf(field: FieldShape): Readonly<FieldSlots> {
    return this.slots.get(field) ?? {}
  }

  /** The slot of something about a field, which is kept from now on. */
  keep(field: FieldShape, what: keyof FieldSlots): number {
    const slots = this.slots.get(field) ?? {}
    this.slots.set(field, slots)
    slots[what] ??= this.size++
    return slots[what]
  }
}

/** Scans an object into a frame of a tape; its end, or MISFIT. */
export type FrameScan = (tape: Tape, at: number) => number

interface FieldScan extends FieldSlots {
  key: Scan
  scan: Scan | undefined
  open: FrameScan | undefined
}

const keyScan = ({ name }: FieldShape, index: number): Scan => literal(`${index ? ',' : '{'}${JSON.stringify(name)}:`)

/** Lets null stand in the place of what has frames. */
const orNobody =
  (scan: FrameScan): FrameScan =>
  (tape, at) => {
    const end = scanNull(tape.bytes, at)
    return end === MISFIT ? scan(tape, at) : end
  }

/** Makes the scans of one operation; the layouts say which objects have frames. */
export class ScanCompiler {
  constructor(
    private readonly apiSchema: GraphQLSchema,
    private readonly layouts: ReadonlyMap<ObjectShape, FrameLayout>,
  ) {}

  /** Scans objects that have a frame each. */
  frames(layout: FrameLayout): FrameScan {
    const { shape, frameSize } = layout
    const targetsOf = shape.attached.map(({ part }) => part)
    const fields = shape.fields.map((field, index): FieldScan => {
      const slots = layout.slotsOf(field)
      const inner = field.object && this.layouts.get(field.object)
      const open = inner && this.openValue(field, slots.child ?? NOBODY, this.frames(inner))
      return { ...slots, key: keyScan(field, index), scan: open ? undefined : this.fieldOf(shape, field), open }
    })
    return (tape, at) => {
      const { bytes, slots, targets } = tape
      const frame = tape.begin(frameSize)
      for (const part of targetsOf) targets[part]?.push(frame)
      let place = at
      for (const { key, start, value, end, scan, open } of fields) {
        if (start !== undefined) slots[frame + start] = place + 1
        place = key(bytes, place)
        if (place === MISFIT) return MISFIT
        if (value !== undefined) slots[frame + value] = place
        if (open) {
          tape.frame = frame
          place = open(tape, place)
        } else place = scan ? scan(bytes, place) : MISFIT
        if (place === MISFIT) return MISFIT
        if (end !== undefined) slots[frame + end] = place
      }
      tape.frame = frame
      return bytes[place] === 0x7d ? place + 1 : MISFIT
    }
  }

  /** An object or a list of objects, each in a frame; the frame of whom they belong to is the tape’s. */
  private openValue({ type }: FieldShape, child: number, scan: FrameScan): FrameScan {
    const isNullable = !isNonNullType(type)
    const inner = isNonNullType(type) ? type.ofType : type
    const one: FrameScan = (tape, at) => {
      const owner = tape.frame
      const end = scan(tape, at)
      tape.slots[owner + child] = tape.frame
      return end
    }
    if (!isListType(inner)) return isNullable ? orNobody(one) : one
    const item = isNonNullType(inner.ofType) ? inner.ofType.ofType : inner.ofType
    if (isListType(item)) throw new Unsupported('list of lists')
    const list: FrameScan = (tape, at) => {
      const { bytes, slots, frame: owner } = tape
      if (bytes[at] !== 0x5b) return MISFIT
      slots[owner + child] = EMPTY
      if (bytes[at + 1] === 0x5d) return at + 2
      let link = owner + child
      let place = at
      do {
        place = scan(tape, place + 1)
        if (place === MISFIT) return MISFIT
        slots[link] = tape.frame
        link = tape.frame
      } while (bytes[place] === 0x2c)
      return bytes[place] === 0x5d ? place + 1 : MISFIT
    }
    return isNullable ? orNobody(list) : list
  }

  private value(field: FieldShape): Scan {
    if (!field.type) throw new Unsupported(field.name)
    return this.ofType(field.type, field)
  }

  private ofType(type: GraphQLOutputType, field: FieldShape): Scan {
    if (!isNonNullType(type)) return orNull(this.present(type, field))
    return this.present(type.ofType, field)
  }

  private present(type: GraphQLOutputType, field: FieldShape): Scan {
    if (isListType(type)) return listScan(this.ofType(type.ofType, field))
    if (isLeafType(type)) return leafScan(type, this.apiSchema)
    if (!field.object) throw new Unsupported(field.name)
    return this.whole(field.object)
  }

  /** An object that is copied as it stands. */
  private whole(shape: ObjectShape): Scan {
    const fields = shape.fields.map((field, index) => ({
      key: keyScan(field, index),
      scan: this.fieldOf(shape, field),
    }))
    return (bytes, at) => {
      let place = at
      for (const { key, scan } of fields) {
        place = key(bytes, place)
        if (place === MISFIT) return MISFIT
        place = scan(bytes, place)
        if (place === MISFIT) return MISFIT
      }
      return bytes[place] === 0x7d ? place + 1 : MISFIT
    }
  }

  private fieldOf(shape: ObjectShape, field: FieldShape): Scan {
    return field.type ? this.value(field) : literal(`"${shape.type.name}"`)
  }
}
