import { type CompositeType, isCompositeType, type Operation, type SelectionSet } from '@apollo/federation-internals'
import { isListType, isNonNullType } from 'graphql'
import { type CollectedField, collectFields } from '../collected-fields.js'
import { Unfitting, Unsupported } from '../unsupported.js'
import type { CopiedBytes } from './copied-bytes.js'
import type { FieldShape, ObjectShape } from './shape.js'
import { FrameLayout, NOBODY, type Tape } from './tape.js'

/** Writes a part of an answer about the object in a frame. Throws Unfitting where something is missing. */
export type Write = (out: CopiedBytes, tapes: readonly Tape[], frame: number) => void

/** Who has the fields of an object: the answer it was found in, or an entity fetch that adds to it. */
export interface Provider {
  shape: ObjectShape
  layout: FrameLayout
  /** The tape that the frames of the object belong to. */
  base: number
  /** The slot with the place among the entities; undefined for the object as it was found. */
  place: number | undefined
}

const [open, close, comma, nothing] = ['{', '}', ',', 'null'].map((text) => Buffer.from(text)) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
]

/** Lays out what has to be kept of each answer, and makes what writes the whole answer from it. */
export class SpliceCompiler {
  readonly layouts = new Map<ObjectShape, FrameLayout>()

  constructor(private readonly operation: Operation) {}

  /** Writes the data; the root objects of several fetches are those of one object that nobody has answered. */
  root(shape: ObjectShape): Write {
    const type = this.operation.schema().schemaDefinition.rootType(this.operation.rootKind)
    if (!type) throw new Unsupported(this.operation.rootKind)
    return this.object(shape, [this.operation.selectionSet], type)
  }

  /** The layout of a shape whose objects have frames. */
  layoutOf(shape: ObjectShape): FrameLayout {
    const layout = this.layouts.get(shape) ?? new FrameLayout(shape)
    this.layouts.set(shape, layout)
    return layout
  }

  /** Whoever has fields of the objects of a shape. */
  providers(shape: ObjectShape): Provider[] {
    const layout = this.layoutOf(shape)
    const added = shape.attached.map((attached): Provider => {
      const place = layout.placeIn(attached.part)
      return { shape: attached.shape, layout: this.layoutOf(attached.shape), base: shape.part, place }
    })
    return [{ shape, layout, base: shape.part, place: undefined }, ...added]
  }

  private object(shape: ObjectShape, selectionSets: readonly SelectionSet[], type: CompositeType): Write {
    const providers = this.providers(shape)
    const parts: Write[] = []
    let run: Run | undefined
    for (const [index, field] of this.collected(selectionSets, type).entries()) {
      const { provider, found } = find(providers, field.responseName)
      if ((found.type === undefined) !== (field.type === undefined)) throw new Unsupported(field.responseName)
      const isWhole = !found.object || this.isWhole(found.object, field)
      if (isWhole && run?.continues(provider, found)) {
        run.add(found)
        continue
      }
      if (run) parts.push(this.slice(run))
      run = isWhole ? new Run(provider, found) : undefined
      if (index) parts.push((out) => out.append(comma))
      if (!isWhole) parts.push(this.inner(provider, found, field))
    }
    if (run) parts.push(this.slice(run))
    return (out, tapes, frame) => {
      out.append(open)
      for (const part of parts) part(out, tapes, frame)
      out.append(close)
    }
  }

  private collected(selectionSets: readonly SelectionSet[], type: CompositeType): CollectedField[] {
    return collectFields(selectionSets, type, { schema: this.operation.schema(), conditions: {}, named: type })
  }

  /** True where an object stands in the answer as the subgraph has written it. */
  private isWhole(shape: ObjectShape, { selectionSets }: CollectedField): boolean {
    if (shape.attached.length) return false
    const fields = this.collected(selectionSets, this.apiType(shape))
    if (fields.length !== shape.fields.length) return false
    return fields.every((field, index) => {
      const own = shape.fields[index]
      if (own?.name !== field.responseName || (own.type === undefined) !== (field.type === undefined)) return false
      return !own.object || this.isWhole(own.object, field)
    })
  }

  private apiType(shape: ObjectShape): CompositeType {
    const type = this.operation.schema().type(shape.type.name)
    if (type && isCompositeType(type)) return type
    throw new Unsupported(shape.type.name)
  }

  /** Copies fields that follow each other in both answers. */
  private slice({ provider, fields }: Run): Write {
    const { layout } = provider
    const [first, last] = [fields[0], fields.at(-1)]
    if (!first || !last) throw new Unsupported('empty run')
    const [start, end] = [layout.keep(first, 'start'), layout.keep(last, 'end')]
    const frameIn = frameOf(provider)
    const missing = missingText(fields)
    const { part } = provider.shape
    return (out, tapes, frame) => {
      const own = frameIn(tapes, frame)
      const tape = tapes[part]
      if (own !== NOBODY && tape)
        out.copy(tape.bytes, tape.slots[own + start] as number, tape.slots[own + end] as number)
      else if (missing) out.append(missing)
      else throw new Unfitting()
    }
  }

  /** Writes a field whose objects are put together anew. */
  private inner(provider: Provider, found: FieldShape, { selectionSets }: CollectedField): Write {
    if (!found.object) throw new Unsupported(found.name)
    const write = this.object(found.object, selectionSets, this.apiType(found.object))
    const child = provider.layout.keep(found, 'child')
    const key = Buffer.from(`${JSON.stringify(found.name)}:`)
    const isList = isListType(isNonNullType(found.type) ? found.type.ofType : found.type)
    const isNullable = !isNonNullType(found.type)
    const frameIn = frameOf(provider)
    const { part } = provider.shape
    const writeAll = isList ? listOf(write, part) : write
    return (out, tapes, frame) => {
      const own = frameIn(tapes, frame)
      const first = own === NOBODY ? NOBODY : (tapes[part]?.slots[own + child] ?? NOBODY)
      if (first === NOBODY && !isNullable) throw new Unfitting()
      out.append(key)
      if (first === NOBODY) out.append(nothing)
      else writeAll(out, tapes, first)
    }
  }
}

/** Finds the frame in which a provider has the fields of an object. */
export function frameOf({ shape, base, place }: Provider): (tapes: readonly Tape[], frame: number) => number {
  if (place === undefined) return (_tapes, frame) => frame
  const { part } = shape
  return (tapes, frame) => {
    const entity = tapes[base]?.slots[frame + place] ?? NOBODY
    return entity < 0 ? NOBODY : (tapes[part]?.frames[entity] ?? NOBODY)
  }
}

/** Fields that stand beside each other in one answer. */
class Run {
  readonly fields: FieldShape[]

  constructor(
    readonly provider: Provider,
    first: FieldShape,
  ) {
    this.fields = [first]
  }

  continues({ shape }: Provider, next: FieldShape): boolean {
    const last = this.fields.at(-1)
    return (
      shape === this.provider.shape &&
      last !== undefined &&
      shape.fields.indexOf(last) + 1 === shape.fields.indexOf(next)
    )
  }

  add(field: FieldShape): void {
    this.fields.push(field)
  }
}

/** Whoever alone has a field; what several have is put together by whoever takes answers apart. */
export function find(providers: readonly Provider[], name: string): { provider: Provider; found: FieldShape } {
  const all = providers.flatMap((provider) => {
    const found = provider.shape.field(name)
    return found ? [{ provider, found }] : []
  })
  const [first] = all
  if (!first || (all.length > 1 && all.some(({ found }) => found.type))) throw new Unsupported(name)
  return first
}

/** What stands for fields of an entity that is not there; undefined where they have to be. */
function missingText(fields: readonly FieldShape[]): Buffer | undefined {
  if (fields.some(({ type }) => type === undefined || isNonNullType(type))) return undefined
  return Buffer.from(fields.map(({ name }) => `${JSON.stringify(name)}:null`).join(','))
}

const [openList, closeList] = ['[', ']'].map((text) => Buffer.from(text)) as [Buffer, Buffer]

/** Writes an object and all that follow it in its list. */
const listOf =
  (write: Write, part: number): Write =>
  (out, tapes, first) => {
    const slots = tapes[part]?.slots ?? []
    out.append(openList)
    for (let frame = first; frame >= 0; frame = slots[frame] ?? NOBODY) {
      if (frame !== first) out.append(comma)
      write(out, tapes, frame)
    }
    out.append(closeList)
  }
