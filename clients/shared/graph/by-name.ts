import { ApolloLink, type DocumentNode } from '@apollo/client'

/** The hash that the build has put beside each document. */
interface NamedDocument extends DocumentNode {
  __meta__?: { hash: string }
}

/** Sends the hash of each operation instead of its text: the gateway knows all that came with this build. */
export const byName = new ApolloLink((operation, forward) => {
  const hash = (operation.query as NamedDocument).__meta__?.hash
  if (!hash) throw new Error(`${operation.operationName} was not there when the pages were built.`)
  operation.extensions.persistedQuery = { version: 1, sha256Hash: hash.replace('sha256:', '') }
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } })
  return forward(operation)
})
