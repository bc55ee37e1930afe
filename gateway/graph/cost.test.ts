import { readFileSync } from 'node:fs'
import { buildSchema, Kind, parse } from 'graphql'
import { knownCost } from './accepted-costs.js'
import { costOf } from './cost.js'
import { graphLimits } from './limits.js'
import { readApiSchema } from './read-api-schema.js'
import { withStatedCosts } from './stated-costs.js'

const schema = readApiSchema()

function cost(query: string, variables: Record<string, unknown> = {}, of = schema): number {
  const document = parse(query)
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('There is no operation.')
  return costOf(of, document, operation, variables)
}

test.each<[string, number, string]>([
  ['an object', 1, '{ viewer { role } }'],
  ['a page of 25 unless something else is asked for', 51, '{ activities { edges { node { title } } } }'],
  ['a page by a literal', 201, '{ activities(first: 100) { edges { node { title } } } }'],
  ['a page by a default', 11, 'query ($n: Int! = 5) { activities(first: $n) { edges { node { title } } } }'],
  ['a page of nothing', 1, '{ activities(first: 0) { edges { node { title } } } }'],
  ['a page below nothing', 1, '{ activities(first: -5) { edges { node { title } } } }'],
  ['a page without its items', 2, '{ activities(first: 100) { pageInfo { hasNextPage } } }'],
  [
    'a page in a fragment and under another name',
    21,
    '{ activities(first: 10) { ...f } } fragment f on ActivityConnection { some: edges { node { title } } }',
  ],
  ['a list that is a page itself', 20, '{ submissionsByActivity(first: 10) { activity { title } records } }'],
  ['objects by their ids', 100, '{ nodes(ids: []) { id } }'],
  ['a list within', 51, '{ activities(first: 10) { edges { node { mocRegistrations { points } } } } }'],
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
  expect(cost('query ($n: Int!) { activities(first: $n) { edges { node { title } } } }', { n: 10 })).toBe(21)
})

test('lists in lists multiply', () => {
  const query = `query ($n: Int!) { licensees(first: $n) { edges { node { completions(first: $n) { edges { node { completedOn } } } } } } }`
  expect(cost(query, { n: 100 })).toBeGreaterThan(20_000)
})

test.each<[string, number, string]>([
  ['a field', 7, '{ search { name } }'],
  ['a field without objects', 4, '{ one { total } }'],
  ['a type, wherever it is', 25, '{ many(most: 5) { name } }'],
  ['a list of which nothing is said', 15, '{ some { name } }'],
  ['the longest of several lengths', 45, '{ many(most: 5, first: 9) { name } }'],
  ['what is assumed where no length is given', 10, '{ many { name } }'],
])('%s may cost more than an object: %i', (_, expected, query) => {
  const sdl = `
    directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
    directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
    type Query {
      search: One @cost(weight: 7)
      one: One
      some: [Item!]!
      many(first: Int, most: Int): [Item!]! @listSize(slicingArguments: ["first", "most"], assumedSize: 2)
    }
    type One { name: String, total: Int @cost(weight: 3) }
    type Item @cost(weight: 5) { name: String }`
  const callers = buildSchema(sdl.replaceAll(/ @\w+\([^)]*\)(?= \{|\n)/g, ''))
  expect(cost(query, {}, withStatedCosts(callers, buildSchema(sdl)))).toBe(expected)
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

test('a cost that is known of an operation is that of the length that is asked for', () => {
  const document = parse('query ($n: Int!) { activities(first: $n) { edges { node { title } } } }')
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation.')
  expect([10, 20, 10].map((n) => knownCost(schema, document, operation, { n }))).toEqual([21, 41, 21])
})
