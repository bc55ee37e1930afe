import { type CompositeType, isCompositeType, type Operation, type SelectionSet } from '@apollo/federation-internals'
import { isListType, isNonNullType } from 'graphql'
import { type CollectedField, collectFields } from '../collected-fields.js'
import { Unsupported } from '../unsupported.js'
import { afterData, beforeData } from '../written-json.js'
import { FrameLayout } from './frame-layout.js'
import type { FieldShape, ObjectShape } from './shape.js'
import { NOBODY, type Tape } from './tape.js'
import { type Holder, type Write, WriteCode } from './write-code.js'

/** Who has the fields of an object: the answer it was found in, or an entity fetch that adds to it. */
export interface Provider {
  shape: ObjectShape
  layout: FrameLayout
  /** The tape that the frames of the object belong to. */
  base: number
  /** The slot with the place among the entities; undefined for the object as it was found. */
  place: number | undefined
}

/** Lays out what has to be kept of each answer, and makes what writes the whole answer from it. */
export class SpliceCompiler {
  readonly layouts = new Map<ObjectShape, FrameLayout>()
  private readonly code: WriteCode

  /** `partCount` is how many answers there are, the root object included. */
  constructor(
    private readonly operation: Operation,
    partCount: number,
  ) {
    this.code = new WriteCode(partCount)
  }

  /** How the answer is written; the root objects of several fetches are those of one object that nobody has answered. */
  root(shape: ObjectShape): Write {
    const type = this.operation.schema().schemaDefinition.rootType(this.operation.rootKind)
    if (!type) throw new Unsupported(this.operation.rootKind)
    this.code.literal(beforeData)
    this.object(shape, this.code.holder(shape.part), [this.operation.selectionSet], type)
    this.code.literal(afterData)
    return this.code.end()
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

  private object(shape: ObjectShape, own: Holder, selectionSets: readonly SelectionSet[], type: CompositeType): void {
    const { code } = this
    const providers = this.providers(shape)
    const holders = new Map(providers.map((provider) => [provider, this.holderOf(provider, own)]))
    const holder = (provider: Provider) => holders.get(provider) ?? own
    let run: Run | undefined
    const finish = () => {
      if (run) this.slice(run, holder(run.provider))
      run = undefined
    }
    code.literal('{')
    for (const [index, field] of this.collected(selectionSets, type).entries()) {
      const { provider, found } = find(providers, field.responseName)
      if ((found.type === undefined) !== (field.type === undefined)) throw new Unsupported(field.responseName)
      const isWhole = !found.object || this.isWhole(found.object, field)
      if (isWhole && run?.continues(provider, found)) {
        run.add(found)
        continue
      }
      finish()
      // An object that is there has the type that is known of it.
      const isKnown = !found.type && provider.place === undefined
      if (isWhole && !isKnown) run = new Run(provider, found, index > 0)
      else {
        code.literal(index ? ',' : '')
        if (isKnown) code.literal(`${JSON.stringify(found.name)}:"${shape.type.name}"`)
        else this.inner(provider, holder(provider), found, field)
      }
    }
    finish()
    code.literal('}')
  }

  private holderOf({ shape, place }: Provider, own: Holder): Holder {
    if (place === undefined) return own
    const entity = this.code.holder(shape.part, false)
    this.code.entity(entity, own, place)
    return entity
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
  private slice({ provider: { layout, shape }, fields, follows }: Run, holder: Holder): void {
    const [first, last] = [fields[0], fields.at(-1)]
    if (!first || !last) throw new Unsupported('empty run')
    // The comma before a field is copied with it, where there is one.
    const hasComma = follows && first !== shape.fields[0]
    const comma = follows ? ',' : ''
    if (!hasComma) this.code.literal(comma)
    const slice = { start: layout.keep(first, 'start'), offset: hasComma ? -1 : 0, end: layout.keep(last, 'end') }
    const missing = missingText(fields)
    this.code.slice(holder, slice, missing && (hasComma ? comma : '') + missing)
  }

  /** Writes a field whose objects are put together anew. */
  private inner({ layout }: Provider, owner: Holder, found: FieldShape, { selectionSets }: CollectedField): void {
    const { code } = this
    const { name, type, object } = found
    if (!object) throw new Unsupported(name)
    const key = `${JSON.stringify(name)}:`
    const own = code.holder(owner.part)
    const one = () => this.object(object, own, selectionSets, this.apiType(object))
    const isList = isListType(isNonNullType(type) ? type.ofType : type)
    const all = () => {
      code.literal(isList ? `${key}[` : key)
      if (isList) code.list(own, one)
      else one()
      code.literal(isList ? ']' : '')
    }
    code.child(own, owner, layout.keep(found, 'child'), all, isNonNullType(type) ? undefined : `${key}null`)
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
    /** Other fields of the object stand before it in the answer. */
    readonly follows: boolean,
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
function missingText(fields: readonly FieldShape[]): string | undefined {
  if (fields.some(({ type }) => type === undefined || isNonNullType(type))) return undefined
  return fields.map(({ name }) => `${JSON.stringify(name)}:null`).join(',')
}
