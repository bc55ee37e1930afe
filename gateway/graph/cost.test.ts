import { readFileSync } from 'node:fs'
import { buildSchema, Kind, parse } from 'graphql'
import { costOf } from './cost.js'
import { graphLimits } from './limits.js'

const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))

function cost(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query)
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('There is no operation.')
  return costOf(schema, document, operation, variables)
}

test.each<[string, number, string]>([
  ['an object', 1, '{ viewer { role } }'],
  ['a page of 25 unless something else is asked for', 75, '{ activities { edges { node { title } } } }'],
  ['a page by a literal', 300, '{ activities(first: 100) { edges { node { title } } } }'],
  ['a page by a default', 15, 'query ($n: Int! = 5) { activities(first: $n) { edges { node { title } } } }'],
  ['a page of nothing', 3, '{ activities(first: 0) { edges { node { title } } } }'],
  ['a page below nothing', 3, '{ activities(first: -5) { edges { node { title } } } }'],
  ['a list within', 60, '{ activities(first: 10) { edges { node { mocRegistrations { points } } } } }'],
  [
    'a list that is long',
    26,
    '{ boardDashboard(from: "2026-01-01", to: "2026-12-31") { board { name } byMonth { month } } }',
  ],
  ['a fragment', 2, '{ viewer { ...f } } fragment f on Viewer { provider { name } }'],
  ['an inline fragment', 2, '{ viewer { ... on Viewer { ... { provider { name } } } } }'],
  ['only scalars', 0, '{ __typename }'],
])('%s costs %i', (_, expected, query) => {
  expect(cost(query)).toBe(expected)
})

test('a page by a variable counts as long as the variable says', () => {
  expect(cost('query ($n: Int!) { activities(first: $n) { edges { node { title } } } }', { n: 10 })).toBe(30)
})

test('lists in lists multiply', () => {
  const query = `query ($n: Int!) { licensees(first: $n) { edges { node { completions(first: $n) { edges { node { completedOn } } } } } } }`
  expect(cost(query, { n: 100 })).toBeGreaterThan(30_000)
})

test('values that do not fit are left to the execution', () => {
  expect(cost('query ($n: Int!) { activities(first: $n) { edges { node { title } } } }', { n: 'many' })).toBe(0)
})

test('everything our own apps ask costs a fifth of the limit at most, on the largest page', () => {
  const documents: Record<string, string> = JSON.parse(readFileSync('clients/graphql/persisted-documents.json', 'utf8'))
  const samples = { Int: 100, Date: '2026-06-30', String: 'x', ID: '200000001', Boolean: true }
  for (const source of Object.values(documents)) {
    const sample = [...source.matchAll(/\$(\w+): (Int|Date|String|ID|Boolean)\b/g)]
    const variables = Object.fromEntries(sample.map(([, name, type]) => [name, samples[type as keyof typeof samples]]))
    expect(cost(source, variables)).toBeLessThanOrEqual(graphLimits.cost / 5)
  }
})
