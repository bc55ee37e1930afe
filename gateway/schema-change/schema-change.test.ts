import { buildSchema, parse } from 'graphql'
import { withStatedCosts } from '../graph/stated-costs.js'
import { brokenOperations, problemsOf, sentenceOf } from './broken-operations.js'
import { coordinatesIn } from './coordinates.js'
import { usedDeprecations } from './deprecations.js'

const schema = buildSchema(`
  directive @loud(level: Int) on FIELD
  enum Kind { CME MOC }
  input Range { from: Int!, kind: Kind, within: Range }
  interface Named { name: String! }
  type Credit implements Named { name: String! points: Int @deprecated(reason: "Ask for amount.") amount: Int! }
  union Found = Credit | Named2
  type Named2 { name: String! }
  type Query {
    credits(range: Range, kind: Kind = CME @deprecated(reason: "Say it in the range."), max: Int): [Credit!]!
    credit(id: ID!): Credit
    found: Found
  }`)

test.each([
  ['a field that is gone', '{ credit(id: 1) { gone } }', 'Credit.gone'],
  ['a field within a fragment', '{ credit(id: 1) { ...F } } fragment F on Credit { gone }', 'Credit.gone'],
  ['a type that is gone', '{ found { ... on Gone { name } } }', 'Gone'],
  ['an argument that is gone', '{ credits(gone: 1) { name } }', 'Query.credits(gone:)'],
  ['an argument that is asked for now', '{ credit { name } }', 'Query.credit'],
  ['an argument of a directive', '{ credits { name @loud(gone: 1) } }', '@loud(gone:)'],
  ['a value that is gone', '{ credits(kind: REMS) { name } }', 'Kind.REMS'],
  ['a field of what is given', '{ credits(range: { from: 1, gone: 2 }) { name } }', 'Range.gone'],
  ['a field deep in what is given', '{ credits(range: { from: 1, within: { from: 1, x: 2 } }) { name } }', 'Range.x'],
  ['a type of a variable that is gone', 'query Q($r: Gone) { credits(range: $r) { name } }', 'Gone'],
  ['a variable of another type', 'query Q($k: Int) { credits(kind: $k) { name } }', 'Query.credits(kind:)'],
  ['a text that is no GraphQL', 'select 1', null],
])('%s is named by where it stands in the schema', (_, text, coordinate) => {
  expect(problemsOf(schema, text)[0]?.coordinate).toBe(coordinate)
})

test('what runs has no problem, and what brings back too much has one', () => {
  const paged = (first: number) => `{ many(first: ${first}) { name } }`
  const sdl = `directive @listSize(slicingArguments: [String!]) on FIELD_DEFINITION
    type Query { many(first: Int!): [Item!]! @listSize(slicingArguments: ["first"]) } type Item { name: String }`
  const grown = withStatedCosts(buildSchema(sdl), buildSchema(sdl))
  expect([problemsOf(grown, paged(5_000)), problemsOf(grown, paged(5_001))]).toEqual([
    [],
    [{ coordinate: null, message: 'It may bring back 5001 objects now, and 5000 may be.' }],
  ])
})

test('a broken operation is named with its partner', () => {
  const operations = [
    { partner: 'pat', name: 'Old', version: 2, text: 'query Old { credit(id: 1) { gone } }' },
    { partner: 'pat', name: 'Good', text: 'query Good { credit(id: 1) { name } }' },
  ]
  expect(brokenOperations(schema, operations).map(sentenceOf)).toEqual([
    'pat: Old (version 2) breaks. Credit.gone: Cannot query field "gone" on type "Credit".',
  ])
})

test('an operation depends on all that it selects, and on all that its variables may hold', () => {
  const text = 'query Q($range: [Range!]) { credits(range: $range, max: 1) { amount } }'
  expect([...coordinatesIn(schema, parse(text))].sort()).toEqual([
    ...['Credit', 'Credit.amount', 'Int', 'Kind', 'Kind.CME', 'Kind.MOC', 'Query.credits'],
    ...['Query.credits(max:)', 'Query.credits(range:)', 'Range', 'Range.from', 'Range.kind', 'Range.within'],
  ])
})

test('what should no longer be used is told with what still uses it', () => {
  const operations = [
    '{ credit(id: 1) { points } }',
    '{ credits(kind: MOC) { amount points } }',
    '{ credits { name } }',
  ]
  const used = usedDeprecations(
    schema,
    operations.map((text) => ({ text })),
  )
  expect(used.map(({ coordinate, reason, usedBy }) => [coordinate, reason, usedBy.length])).toEqual([
    ['Credit.points', 'Ask for amount.', 2],
    ['Query.credits(kind:)', 'Say it in the range.', 1],
  ])
})
