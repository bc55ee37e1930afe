import type { IncomingMessage } from 'node:http'
import { badRequest } from '../../subgraphs/shared/errors.js'

/** Headers that a page of another site can send only where it was asked for and allowed, which it is not here. */
const provingHeaders = ['apollo-require-preflight', 'x-apollo-operation-name']

/** Refuses what any page of another site can make a browser send, by a sentence that says what to send instead. */
export function refuseFromAnywhere({ method, headers }: IncomingMessage): void {
  if (method === 'POST' || headers['content-type'] || provingHeaders.some((name) => headers[name])) return
  throw badRequest('Send the text of an operation as JSON by POST.', {
    hint: 'By GET, name a registered operation by its hash, or send the header “apollo-require-preflight: true” too.',
  })
}
