import { readFileSync } from 'node:fs'
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client'
import { type DocumentNode, Kind, OperationTypeNode, print, stripIgnoredCharacters } from 'graphql'
import * as generated from '../../graphql/graphql'
import { byName } from './by-name'

const manifest: Record<string, string> = JSON.parse(readFileSync('clients/graphql/persisted-documents.json', 'utf8'))
const documents = Object.entries(generated).filter(
  (entry): entry is [string, DocumentNode] => entry[0].endsWith('Document') && 'definitions' in entry[1],
)

const kindOf = (document: DocumentNode) => {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.operation : OperationTypeNode.QUERY
}

/** What is sent for a document, and the text that would have been sent without its name. */
async function sentFor(document: DocumentNode) {
  const sent: { hash?: string; text?: string; includeQuery?: boolean } = {}
  const end = new ApolloLink((operation) => {
    sent.hash = `sha256:${operation.extensions.persistedQuery.sha256Hash}`
    sent.text = stripIgnoredCharacters(print(operation.query))
    sent.includeQuery = operation.getContext().http?.includeQuery
    return new Observable((observer) => observer.complete())
  })
  const client = new ApolloClient({ link: byName.concat(end), cache: new InMemoryCache() })
  const asked = {
    [OperationTypeNode.QUERY]: () => client.query({ query: document }),
    [OperationTypeNode.MUTATION]: () => client.mutate({ mutation: document }),
    [OperationTypeNode.SUBSCRIPTION]: () =>
      new Promise((resolve, reject) =>
        client.subscribe({ query: document }).subscribe({ complete: () => resolve(undefined), error: reject }),
      ),
  }[kindOf(document)]()
  // Nothing answers here, which is not the point.
  await asked.catch(() => undefined)
  return sent
}

/** The generator puts fields in another order. */
const wordsOf = (text = '') => text.match(/[$]?\w+|[^\s\w]/g)?.sort()

test.each(documents)(
  '%s is sent by its hash, under which the gateway finds what the cache needs',
  async (_, document) => {
    const { hash = '', text, includeQuery } = await sentFor(document)
    expect(includeQuery).toBe(false)
    expect(wordsOf(manifest[hash])).toEqual(wordsOf(text))
  },
)

test('there is nothing in the manifest that no page asks', () => {
  expect(Object.keys(manifest)).toHaveLength(documents.length)
})
