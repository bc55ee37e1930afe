import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { Client, fetchExchange, stringifyDocument, gql as urqlGql } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { GraphQLClient } from 'graphql-request'
import { Environment, fetchQuery, type GraphQLResponse, Network, RecordSource, Store } from 'relay-runtime'
import { operationIdOf } from '../operation/judge-operation.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'

const text = 'query Me { viewer { displayName } }'
// Apollo’s cache asks for the type of each object as well, and so prints another text.
const apolloText = 'query Me {\n  viewer {\n    displayName\n    __typename\n  }\n}'
// urql prints a document in its own way before it sends or hashes it.
const urqlQuery = urqlGql(text.replace('Me', 'MeForUrql'))
const ada = { viewer: { displayName: 'Ada' } }

let gateway: TestGateway
let headers: Record<string, string>
let graph: string

beforeAll(async () => {
  gateway = await startTestGateway()
  headers = { authorization: `Bearer ${await gateway.keyFor('ada')}` }
  graph = `${gateway.url}/graphql`
  const body = JSON.stringify({
    operations: [
      { body: text },
      { body: apolloText.replace('Me', 'MeForApollo') },
      { body: stringifyDocument(urqlQuery) },
    ],
  })
  const { status } = await fetch(`${gateway.url}/operations`, { method: 'POST', headers, body })
  expect(status).toBe(200)
})
afterAll(() => gateway.stop())

/** What each client of others gets with a key, which runs nothing but what is registered. */
const asked: Record<string, () => Promise<unknown>> = {
  'Apollo Client by text': async () => (await apollo(new HttpLink({ uri: graph, headers }))).viewer,
  'Apollo Client by hash': async () => {
    const persisted = new PersistedQueryLink({ sha256: operationIdOf })
    return (await apollo(persisted.concat(new HttpLink({ uri: graph, headers })))).viewer
  },
  'urql by text': () => urql([fetchExchange]),
  'urql by hash, by GET': () =>
    urql([
      persistedExchange({ preferGetForPersistedQueries: true, generateHash: async (query) => operationIdOf(query) }),
      fetchExchange,
    ]),
  'graphql-request': async () => (await new GraphQLClient(graph, { headers }).request<typeof ada>(text)).viewer,
  'Relay by its id': async () => {
    const network = Network.create(async ({ id }, variables) => {
      const body = JSON.stringify({ doc_id: id, variables })
      const answer = await fetch(graph, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      })
      return (await answer.json()) as GraphQLResponse
    })
    const environment = new Environment({ network, store: new Store(new RecordSource()) })
    const data = (await fetchQuery(environment, relayQuery, {}).toPromise()) as typeof ada
    return data.viewer
  },
  'curl by documentId': async () => {
    const { stdout } = await promisify(execFile)('curl', [
      ...['-s', '-H', `authorization: ${headers.authorization}`],
      `${graph}?documentId=sha256:${operationIdOf(text)}`,
    ])
    return JSON.parse(stdout).data.viewer
  },
  'curl by its address': async () => {
    const { stdout } = await promisify(execFile)('curl', [
      ...['-s', '-H', `authorization: ${headers.authorization}`],
      `${gateway.url}/api/Me`,
    ])
    return JSON.parse(stdout).viewer
  },
}

async function apollo(link: ConstructorParameters<typeof ApolloClient>[0]['link']): Promise<typeof ada> {
  const client = new ApolloClient({ link, cache: new InMemoryCache() })
  const { data } = await client.query<typeof ada>({ query: gql(apolloText.replace('Me', 'MeForApollo')) })
  if (!data) throw new Error('Apollo Client has no data.')
  return data
}

async function urql(exchanges: ConstructorParameters<typeof Client>[0]['exchanges']): Promise<unknown> {
  const client = new Client({ url: graph, exchanges, fetchOptions: { headers }, preferGetMethod: false })
  const { data, error } = await client.query<typeof ada>(urqlQuery, {}).toPromise()
  if (error) throw error
  return data?.viewer
}

/** What Relay’s compiler writes for the operation. */
const selections = [
  {
    alias: null,
    args: null,
    concreteType: 'Viewer',
    kind: 'LinkedField' as const,
    name: 'viewer',
    plural: false,
    selections: [{ alias: null, args: null, kind: 'ScalarField' as const, name: 'displayName', storageKey: null }],
    storageKey: null,
  },
]
const relayQuery = {
  kind: 'Request' as const,
  fragment: {
    argumentDefinitions: [],
    kind: 'Fragment' as const,
    metadata: null,
    name: 'Me',
    selections,
    type: 'Query',
  },
  operation: { argumentDefinitions: [], kind: 'Operation' as const, name: 'Me', selections },
  params: { id: operationIdOf(text), metadata: {}, name: 'Me', operationKind: 'query' as const, text: null },
}

test.each(Object.entries(asked))('%s', async (_, ask) => {
  expect(await ask()).toMatchObject(ada.viewer)
})
