import { type DocumentNode, GraphQLError, parse } from 'graphql'
import { queryTooDeep } from '../../subgraphs/shared/errors.js'
import { graphLimits } from './limits.js'

/** The document of a text within the limit of tokens, or the error that says why it is none. */
export function readDocument(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: graphLimits.tokens, noLocation: true })
  } catch (error) {
    if (error instanceof GraphQLError) return error
    // Lists within lists end the stack before they reach the limit of tokens; nothing else ends the parser.
    return queryTooDeep('Nest values less.', { cause: error })
  }
}
