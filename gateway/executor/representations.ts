import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { deepMerge, isObjectOfType } from './stock.js'

export type Entity = Record<string, unknown>
type Extract = (source: unknown) => Entity | null

/** What a subgraph is asked about: each entity once, however often it stands in the answer. */
export interface Representations {
  /** One JSON text for each different one. */
  texts: string[]
  /** The entities that are asked about, each with the place of its text. */
  wanted: { entity: Entity; place: number }[]
}

/** Makes what takes out of entities that with which a subgraph finds them. */
export function representationsOf(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
): (entities: readonly Entity[]) => Representations {
  const extract = extractor(schema, requires)
  return (entities) => {
    const texts: string[] = []
    const places = new Map<string, number>()
    const wanted: Representations['wanted'] = []
    for (const entity of entities) {
      const representation = extract(entity)
      if (!representation?.__typename) continue
      const text = JSON.stringify(representation)
      let place = places.get(text)
      if (place === undefined) {
        place = texts.push(text) - 1
        places.set(text, place)
      }
      wanted.push({ entity, place })
    }
    return { texts, wanted }
  }
}

function extractor(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Extract {
  const steps = selections.map((selection) => stepOf(schema, selection))
  return (source) => {
    if (source === null) return null
    const result: Entity = Object.create(null)
    for (const step of steps) if (!step(source as Entity, result)) return null
    return result
  }
}

/** Takes one thing over; false where it is not there, so that nothing can be asked about the entity. */
type Step = (source: Entity, result: Entity) => boolean

function stepOf(schema: GraphQLSchema, selection: QueryPlanSelectionNode): Step {
  if (selection.kind === 'Field') {
    const name = selection.alias ?? selection.name
    const inner = selection.selections && extractor(schema, selection.selections)
    return (source, result) => {
      const value = source[name]
      if (value === undefined) return false
      if (!inner) result[name] = value
      else result[name] = Array.isArray(value) ? value.map(inner) : inner(value)
      return true
    }
  }
  const { typeCondition } = selection
  if (!typeCondition) return () => true
  const inner = extractor(schema, selection.selections)
  return (source, result) => {
    if (source && isObjectOfType(schema, source, typeCondition)) deepMerge(result, inner(source))
    return true
  }
}
