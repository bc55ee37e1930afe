import { readFileSync } from 'node:fs'
import { getOperationAST, OperationTypeNode, parse } from 'graphql'
import { createLog } from '../../subgraphs/shared/log.js'
import { SubgraphSource } from '../data-source/subgraph-source.js'
import { createGraphServer, type Graph } from '../graph/graph-server.js'
import { warmGraph } from './warm-graph.js'

/** Of the operations of our own pages every tenth, and those that are followed. */
const own = Object.values<string>(JSON.parse(readFileSync('clients/graphql/persisted-documents.json', 'utf8'))).filter(
  (text, place) => place % 10 === 0 || text.startsWith('subscription'),
)
let graph: Graph

beforeAll(async () => {
  const issuer = { issue: () => 'token' } as unknown as ConstructorParameters<typeof SubgraphSource>[0]['issuer']
  const source = new SubgraphSource({ name: 'nowhere', url: 'http://127.0.0.1:1/graphql', issuer })
  graph = await createGraphServer({
    supergraphSdl: readFileSync('schema/supergraph.graphql', 'utf8'),
    sources: { providers: source, learners: source, credits: source },
    isDevelopment: false,
    log: createLog('gateway', 'silent'),
  })
})
afterAll(() => graph.server.stop())

test('after a start nothing that our own pages ask has to be compiled', async () => {
  await warmGraph(graph, own)
  const compiled = new Map(graph.executor.texts().map((text) => [text, graph.executor.compiled(text, '')]))
  for (const text of own) {
    const operation = getOperationAST(parse(text))
    if (operation?.operation === OperationTypeNode.SUBSCRIPTION) continue
    expect([text, compiled.get(text) !== undefined]).toEqual([text, true])
    expect(graph.executor.compiled(text, operation?.name?.value ?? '')).toBe(compiled.get(text))
  }
  expect([...compiled.keys()].filter((text) => text.includes('$_liveId')).length).toBeGreaterThan(0)

  // Asked for, none is compiled again: there is no subgraph to answer, which is not the point.
  const text = own.find((each) => each.startsWith('query')) ?? ''
  const context = { claims: undefined, requestId: '1' }
  await graph.server.executeOperation({ query: text }, { contextValue: context })
  expect(graph.executor.texts().sort()).toEqual([...compiled.keys()].sort())
  expect(graph.executor.compiled(text, '')).toBe(compiled.get(text))
}, 60_000)

test('what does not run with this schema is left out', async () => {
  const before = graph.executor.texts().length
  await warmGraph(graph, [
    'query Gone { gone }',
    'query {',
    'subscription { ...F } fragment F on Subscription { newCredit { completionId } }',
  ])
  expect(graph.executor.texts()).toHaveLength(before)
})
