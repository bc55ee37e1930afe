import type { FetchNode, ResponsePath } from '@apollo/query-planner'
import type { GraphQLError } from 'graphql'
import type { PlanParts } from './compile-plan.js'
import { fetchRequest } from './fetch-request.js'
import { type Entity, type Representations, representationsOf } from './representations.js'
import type { Step } from './run.js'
import { deepMerge } from './stock.js'
import { placeAmongEntities, placeBelow, placedErrors, spreadErrors } from './subgraph-errors.js'

/** Makes the step that fetches from one subgraph. Its failure is an error of the answer, not of the operation. */
export function compileFetch(node: FetchNode, path: ResponsePath, parts: PlanParts): Step {
  const step = node.requires ? entityFetch(node, path, parts) : rootFetch(node, path, parts)
  return async (run, targets) => {
    if (!targets.length) return
    try {
      await step(run, targets)
    } catch (error) {
      run.errors.push(error as GraphQLError)
    }
  }
}

function rootFetch(node: FetchNode, path: ResponsePath, parts: PlanParts): Step {
  const request = fetchRequest(node, parts)
  return async (run, targets) => {
    const { data, errors } = await request.ask(request.body(run.variables), run.context, run.received)
    if (errors) run.errors.push(...placedErrors(errors, node.serviceName, placeBelow(path)))
    for (const target of targets) deepMerge(target, data)
  }
}

function entityFetch(node: FetchNode, path: ResponsePath, parts: PlanParts): Step {
  const request = fetchRequest(node, parts)
  const represent = representationsOf(parts.supergraphSchema, node.requires ?? [])
  return async (run, targets) => {
    const representations = represent(targets)
    if (!representations.texts.length) return
    const body = request.body(run.variables, representations.texts.join(','))
    const { data, errors } = await request.ask(body, run.context, run.received)
    if (errors) {
      const everywhere = spreadErrors(errors, representations)
      run.errors.push(...placedErrors(everywhere, node.serviceName, placeAmongEntities(path, run.data)))
    }
    if (data) mergeEntities(data, representations)
  }
}

function mergeEntities({ _entities: received }: Entity, { texts, wanted }: Representations): void {
  if (!Array.isArray(received)) throw new Error('Expected "data._entities" in response to be an array')
  if (received.length !== texts.length) throw new Error(`Expected "data._entities" to contain ${texts.length} elements`)
  const merged = new Set<Entity>()
  for (const { entity, place } of wanted) {
    const found: Entity | null | undefined = received[place]
    // What one answer has put in several places is one object, and needs to be told once.
    if (!found || merged.has(entity)) continue
    merged.add(entity)
    found.__typename ||= entity.__typename
    deepMerge(entity, found)
  }
}
