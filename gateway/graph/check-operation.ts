import { type DocumentNode, GraphQLError } from 'graphql'
import { badInput, codeOf, payloadTooLarge } from '../../subgraphs/shared/errors.js'
import type { GivenOperation } from '../../subgraphs/shared/http/graphql-http.js'
import { type Size, sizeFor } from './bulk.js'
import { checkDocument } from './document-size.js'
import { checkGiven } from './given-values.js'
import { KnownTexts } from './known-texts.js'
import { graphLimits } from './limits.js'
import { readDocument } from './read-document.js'

/** What documents may carry that have been measured and are no larger than they may be. */
const measured = new KnownTexts<Size>(graphLimits.known)

/** Refuses what is too much to look at, before validation and planning spend time on it. Throws with a code of the catalogue. */
export function checkOperation({ query, variables, bodyBytes = 0 }: GivenOperation): void {
  const text = typeof query === 'string' ? query : undefined
  const known = text === undefined ? undefined : measured.get(text)
  const document = text === undefined || known ? undefined : bounded(text)
  const size = known ?? sizeFor(document)
  if (bodyBytes > size.bodyBytes) throw payloadTooLarge(`Send at most ${size.bodyBytes} bytes.`)
  checkGiven(variables, size.listLength)
  if (JSON.stringify(variables ?? {}).length > size.variablesLength)
    throw badInput(`Send at most ${size.variablesLength} characters of variables.`)
  if (!document || text === undefined) return
  checkDocument(document)
  measured.keep(text, size)
}

/** The document; undefined where it cannot be read, which the server then explains place by place. Throws QUERY_TOO_DEEP. */
function bounded(text: string): DocumentNode | undefined {
  if (text.length > graphLimits.bodyBytes) throw payloadTooLarge(`Send at most ${graphLimits.bodyBytes} bytes.`)
  const document = readDocument(text)
  if (!(document instanceof GraphQLError)) return document
  if (codeOf(document)) throw document
  return undefined
}
