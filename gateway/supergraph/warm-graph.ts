import { setImmediate as nextTurn } from 'node:timers/promises'
import { GraphQLError, type GraphQLSchema, getOperationAST, OperationTypeNode, parse, validate } from 'graphql'
import type { Graph } from '../graph/graph-server.js'
import { graphLimits } from '../graph/limits.js'
import { readLiveOperation } from '../live/live-operation.js'

/**
 * Compiles texts before anybody asks for them, those that matter most last, since they are forgotten last. Between two of
 * them whatever waits has its turn. What is not valid is left to whoever sends it.
 */
export async function warmGraph({ executor, schema }: Pick<Graph, 'executor' | 'schema'>, texts: Iterable<string>) {
  for (const text of texts) {
    await nextTurn()
    const asked = askedFor(schema, text)
    if (asked !== undefined) executor.prepare(asked)
  }
}

/** The text that is run for a text; undefined where it is not valid. */
function askedFor(schema: GraphQLSchema, text: string): string | undefined {
  try {
    const document = parse(text, { maxTokens: graphLimits.tokens })
    if (validate(schema, document).length) return undefined
    const isFollowed = getOperationAST(document)?.operation === OperationTypeNode.SUBSCRIPTION
    return isFollowed ? readLiveOperation(schema, text, '').query : text
  } catch (error) {
    if (error instanceof GraphQLError) return undefined
    throw error
  }
}
