import type { FetchNode, ResponsePath } from '@apollo/query-planner'
import { GraphQLError, OperationTypeNode } from 'graphql'
import type { SubgraphAnswer } from '../../subgraphs/shared/http/subgraph-answer.js'
import type { PlanParts } from './compile-plan.js'
import { type Entity, type Representations, representationsOf } from './representations.js'
import type { Run, Step } from './run.js'
import { deepMerge } from './stock.js'
import { placeAmongEntities, placeBelow, placedErrors, spreadErrors } from './subgraph-errors.js'
import { Unsupported } from './unsupported.js'

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
  const ask = asker(node, parts)
  return async (run, targets) => {
    const { data, errors } = await ask(run)
    if (errors) run.errors.push(...placedErrors(errors, node.serviceName, placeBelow(path)))
    for (const target of targets) deepMerge(target, data)
  }
}

function entityFetch(node: FetchNode, path: ResponsePath, parts: PlanParts): Step {
  const ask = asker(node, parts)
  const represent = representationsOf(parts.supergraphSchema, node.requires ?? [])
  return async (run, targets) => {
    const representations = represent(targets)
    if (!representations.texts.length) return
    const { data, errors } = await ask(run, representations.texts)
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

/** Makes what sends the operation of a fetch, whose text is written once. */
function asker(
  node: FetchNode,
  { sourceOf }: PlanParts,
): (run: Run, representations?: string[]) => Promise<SubgraphAnswer> {
  const { serviceName, operation: query, operationName, operationKind, variableUsages = [] } = node
  const isRewritten = node.inputRewrites?.length || node.outputRewrites?.length || node.contextRewrites?.length
  const source = sourceOf(serviceName)
  if (isRewritten || !source || variableUsages.includes('representations')) throw new Unsupported(serviceName)
  const before = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":{`
  const names = variableUsages.map((name) => [name, `${JSON.stringify(name)}:`] as const)
  return ({ variables, context }, representations) => {
    const parts = names.flatMap(([name, key]) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined
      return value === undefined ? [] : [key + JSON.stringify(value)]
    })
    if (representations) parts.push(`"representations":[${representations.join(',')}]`)
    return source.ask({
      body: `${before}${parts.join(',')}}}`,
      isQuery: operationKind === OperationTypeNode.QUERY,
      context,
    })
  }
}
