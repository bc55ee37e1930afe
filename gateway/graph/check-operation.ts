import { type DocumentNode, GraphQLError, parse } from 'graphql'
import { badInput } from '../../subgraphs/shared/errors.js'
import type { GivenOperation } from '../../subgraphs/shared/http/graphql-http.js'
import { checkDocument } from './document-size.js'
import { checkGiven } from './given-values.js'
import { graphLimits } from './limits.js'

/** Refuses what is too much to look at, before validation and planning spend time on it. Throws with a code of the catalogue. */
export function checkOperation({ query, variables }: GivenOperation): void {
  checkGiven(variables)
  if (JSON.stringify(variables ?? {}).length > graphLimits.variablesLength)
    throw badInput(`Send at most ${graphLimits.variablesLength} characters of variables.`)
  const document = typeof query === 'string' ? parsed(query) : undefined
  if (document) checkDocument(document)
}

/** The document; undefined where it cannot be read, which the server then explains place by place. */
function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query, { maxTokens: graphLimits.tokens, noLocation: true })
  } catch (error) {
    if (error instanceof GraphQLError) return undefined
    throw error
  }
}
