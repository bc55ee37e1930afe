import { type ErrorCode, isErrorCode } from '../../subgraphs/shared/errors.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { RegisteredOperation } from '../operation/registered-operation.js'
import { askGraph } from '../supergraph/ask-graph.js'
import type { GraphRunner } from '../supergraph/served-graph.js'
import { inParameterWords } from './parameter-words.js'

/** What the graph answers to an operation. */
export interface Outcome {
  data: unknown
  errors: { message: string; code: ErrorCode; hint?: string; path?: unknown }[]
}

interface Answer {
  data?: unknown
  errors?: { message: string; path?: unknown; extensions?: { code?: unknown; hint?: string } }[]
}

/** Runs a registered operation through the graph, with every limit that holds there. */
export async function runOperation(
  graph: GraphRunner,
  { text, name }: Pick<RegisteredOperation, 'text' | 'name'>,
  variables: Readonly<Record<string, unknown>>,
  context: GatewayContext,
): Promise<Outcome> {
  const answer = await askGraph(graph, { query: text, operationName: name, variables }, context)
  const { data = null, errors = [] } = JSON.parse(answer) as Answer
  return {
    data,
    errors: errors.map(({ message, path, extensions }) => ({
      message: inParameterWords(message),
      code: codeFrom(extensions?.code),
      ...(extensions?.hint && { hint: extensions.hint }),
      ...(path !== undefined && { path }),
    })),
  }
}

/** What the graph itself says of values that do not fit is the caller’s to mend, as in the catalogue. */
const codeFrom = (code: unknown): ErrorCode =>
  isErrorCode(code) ? code : code === 'GRAPHQL_VALIDATION_FAILED' ? 'BAD_REQUEST' : 'INTERNAL'
