import type { FetchNode } from '@apollo/query-planner'
import { OperationTypeNode } from 'graphql'
import type { SubgraphAnswer } from '../../subgraphs/shared/http/subgraph-answer.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { Received } from '../data-source/received.js'
import type { PlanParts } from './compile-plan.js'
import { Unsupported } from './unsupported.js'

/** What has been asked of subgraphs already for one execution. There is little of it, and hardly ever does somebody look. */
export type ReceivedAnswers = { readonly body: string; readonly answer: Promise<Received> }[]

/** The request of one fetch, whose text is written once. */
export interface FetchRequest {
  /** The text for these variables; `representations` are the items of a list. */
  body(variables: Readonly<Record<string, unknown>>, representations?: string): string
  /** Sends a body, and leaves the answer as it came. */
  receive(body: string, context: GatewayContext): Promise<Received>
  /** Sends a body, unless it was received before, and reads the answer. */
  ask(body: string, context: GatewayContext, received?: ReceivedAnswers): Promise<SubgraphAnswer>
}

/** Makes what sends the operation of a fetch. */
export function fetchRequest(node: FetchNode, { sourceOf }: Pick<PlanParts, 'sourceOf'>): FetchRequest {
  const { serviceName, operation: query, operationName, operationKind, variableUsages = [] } = node
  const isRewritten = node.inputRewrites?.length || node.outputRewrites?.length || node.contextRewrites?.length
  const source = sourceOf(serviceName)
  if (isRewritten || !source || variableUsages.includes('representations')) throw new Unsupported(serviceName)
  const before = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":{`
  const names = variableUsages.map((name) => ({ name, key: `${JSON.stringify(name)}:` }))
  const isQuery = operationKind === OperationTypeNode.QUERY
  return {
    body: (variables, representations) => {
      let text = before
      let comma = ''
      for (const { name, key } of names) {
        const value = Object.hasOwn(variables, name) ? variables[name] : undefined
        if (value === undefined) continue
        text += comma + key + JSON.stringify(value)
        comma = ','
      }
      return `${text}${representations === undefined ? '' : `${comma}"representations":[${representations}]`}}}`
    },
    receive: (body, context) => source.receive({ body, isQuery, context }),
    ask: (body, context, received) =>
      source.ask({ body, isQuery, context }, received?.find((earlier) => earlier.body === body)?.answer),
  }
}
