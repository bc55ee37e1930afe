import { HeaderMap } from '@apollo/server'
import { type ErrorCode, isErrorCode } from '../../subgraphs/shared/errors.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { RegisteredOperation } from '../operation/registered-operation.js'
import type { GraphRunner } from '../supergraph/served-graph.js'

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
  variables: object,
  context: GatewayContext,
): Promise<Outcome> {
  const { body } = await graph.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: { query: text, operationName: name, variables },
    },
    context: async () => context,
  })
  if (body.kind !== 'complete') throw new Error('The graph answers in one piece.')
  const { data = null, errors = [] } = JSON.parse(body.string) as Answer
  return {
    data,
    errors: errors.map(({ message, path, extensions }) => ({
      message,
      code: codeFrom(extensions?.code),
      ...(extensions?.hint && { hint: extensions.hint }),
      ...(path !== undefined && { path }),
    })),
  }
}

/** What the graph itself says of values that do not fit is the caller’s to mend, as in the catalogue. */
const codeFrom = (code: unknown): ErrorCode =>
  isErrorCode(code) ? code : code === 'GRAPHQL_VALIDATION_FAILED' ? 'BAD_REQUEST' : 'INTERNAL'
