import {
  type CompositeType,
  isSubtype,
  type NamedType,
  type OutputType,
  type Schema,
  type Selection,
  type SelectionSet,
  Variable,
} from '@apollo/federation-internals'
import { Unsupported } from './unsupported.js'

/** The variables that `@skip` and `@include` look at, with their values. */
export type Conditions = Readonly<Record<string, boolean>>

/** One field of an answer, with all that is selected beneath it. */
export interface CollectedField {
  responseName: string
  /** Undefined for `__typename`, which is written from the type that stands here. */
  type: OutputType | undefined
  selectionSets: SelectionSet[]
  parentType: CompositeType
}

export interface Place {
  schema: Schema
  conditions: Conditions
  /** The type that an answer names; undefined where it names none. */
  named: NamedType | undefined
}

/** The fields of an answer in the order in which the stock executor puts them, fragments that do not apply left out. */
export function collectFields(
  selectionSets: readonly SelectionSet[],
  parentType: CompositeType,
  place: Place,
): CollectedField[] {
  const fields = new Map<string, CollectedField>()
  for (const selectionSet of selectionSets) collect(selectionSet, parentType, place, fields)
  return [...fields.values()]
}

function collect(
  selectionSet: SelectionSet,
  parentType: CompositeType,
  place: Place,
  fields: Map<string, CollectedField>,
): void {
  for (const selection of selectionSet.selections()) {
    if (isLeftOut(selection.element, place)) continue
    if (selection.kind === 'FieldSelection') {
      const { element } = selection
      const type = element.name === '__typename' ? undefined : element.definition.type
      add(fields, { responseName: element.responseName(), type, parentType }, selection.selectionSet)
      continue
    }
    const { typeCondition } = selection.element
    if (typeCondition && !isSubtype(typeCondition, place.named ?? parentType)) continue
    collect(selection.selectionSet, typeCondition ?? parentType, place, fields)
  }
}

function add(
  fields: Map<string, CollectedField>,
  field: Omit<CollectedField, 'selectionSets'>,
  selectionSet: SelectionSet | undefined,
): void {
  const known = fields.get(field.responseName)
  // Two types of one name would be checked one after the other.
  if (known && String(known.type) !== String(field.type)) throw new Unsupported(field.responseName)
  const collected = known ?? { ...field, selectionSets: [] }
  if (selectionSet) collected.selectionSets.push(selectionSet)
  fields.set(field.responseName, collected)
}

function isLeftOut(element: Selection['element'], { schema, conditions }: Place): boolean {
  const [skip] = element.appliedDirectivesOf(schema.skipDirective())
  const [include] = element.appliedDirectivesOf(schema.includeDirective())
  return (
    (skip !== undefined && isTrue(skip.arguments().if, conditions)) ||
    (include !== undefined && !isTrue(include.arguments().if, conditions))
  )
}

function isTrue(value: unknown, conditions: Conditions): boolean {
  return value instanceof Variable ? conditions[value.name] === true : value === true
}
