import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { codeOf } from '../../subgraphs/shared/errors.js'
import { liveFields } from './live-fields.js'
import { readLiveOperation } from './live-operation.js'

const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
const read = (text: string, name = '') => readLiveOperation(schema, text, name)
const words = (text: string) => text.replace(/\s+/g, ' ').trim()

test('each field that can be followed has a query that answers with the same type', () => {
  const fields = schema.getSubscriptionType()?.getFields() ?? {}
  expect(Object.keys(liveFields).sort()).toEqual(Object.keys(fields).sort())
  for (const [name, { query, key }] of Object.entries(liveFields)) {
    const asked = schema.getQueryType()?.getFields()[query]
    expect([name, String(asked?.type)]).toEqual([name, String(fields[name]?.type)])
    expect(asked?.args.map((argument) => argument.name)).toContain(key)
  }
})

test.each([
  [
    'subscription Mine { newCredit { completionId } }',
    'query Mine($_liveId: ID!) { newCredit: completion(completionId: $_liveId) { completionId } }',
  ],
  [
    'subscription ($id: ID!) { b: batchProgress(batchId: $id) { ...F } } fragment F on Batch { state }',
    'query ($_liveId: ID!) { b: batch(batchId: $_liveId) { ...F } } fragment F on Batch { state }',
  ],
  [
    'subscription S($id: ID!, $n: Int) { batchProgress(batchId: $id) { rows(first: $n) { edges { cursor } } } }',
    'query S($n: Int, $_liveId: ID!) { batchProgress: batch(batchId: $_liveId) { rows(first: $n) { edges { cursor } } } }',
  ],
])('%s is asked by a query that is valid', (text, query) => {
  const operation = read(text.replace('$n: Int', '$n: Int!'))
  expect(words(operation.query)).toBe(query.replace('$n: Int', '$n: Int!'))
  expect(validate(schema, parse(operation.query))).toEqual([])
})

test('the query takes the variables that it uses, and the field its arguments', () => {
  const text =
    'subscription ($id: ID!, $n: Int!) { batchProgress(batchId: $id) { rows(first: $n) { edges { cursor } } } }'
  expect(read(text).valuesOf({ id: 'b1', n: 3 })).toEqual({ args: { batchId: 'b1' }, variables: { n: 3 } })
  expect(() => read(text).valuesOf({ id: 'b1' })).toThrow('n')
})

test.each([
  ['{ viewer { displayName } }', 'stream of events'],
  ['mutation { cancelUpload(batchId: "1") { state } }', 'stream of events'],
  ['subscription {', 'Syntax Error'],
  ['subscription { newCredit { nothing } }', 'nothing'],
  ['subscription { newCredit { completionId } boardCredit { completionId } }', 'one top level field'],
  ['subscription { newCredit @skip(if: false) { completionId } }', 'directly'],
  ['subscription { ...F } fragment F on Subscription { newCredit { completionId } }', 'directly'],
  ['subscription A { newCredit { completionId } } subscription B { boardCredit { completionId } }', 'operationName'],
])('%s is refused', (text, reason) => {
  let refused: unknown
  try {
    read(text)
  } catch (error) {
    refused = error
  }
  expect(codeOf(refused)).toBe('BAD_REQUEST')
  expect(String(refused)).toContain(reason)
})
