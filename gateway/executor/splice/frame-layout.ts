import type { FieldShape, ObjectShape } from './shape.js'
import { NOBODY } from './tape.js'

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
