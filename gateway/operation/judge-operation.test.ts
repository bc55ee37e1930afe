import { readFileSync } from 'node:fs'
import { graphLimits } from '../graph/limits.js'
import { readApiSchema } from '../graph/read-api-schema.js'
import { judgeOperation, operationIdOf } from './judge-operation.js'
import { maxOperations, readManifest } from './manifest.js'

const schema = readApiSchema()
const judge = (text: string, more: object = {}) => judgeOperation(schema, { text, ...more })
const me = 'query Me { viewer { displayName } }'

test('what it costs is told before it is accepted, every page as long as pages may be', () => {
  expect(judge(me)).toEqual({
    name: 'Me',
    kind: 'QUERY',
    operationId: operationIdOf(me),
    text: me,
    cost: 1,
    problems: [],
  })
  expect(judge('query Few { batches(first: 5) { edges { node { batchId } } } }').cost).toBe(11)
  expect(judge('query Many($first: Int!) { batches(first: $first) { edges { node { batchId } } } }').cost).toBe(201)
})

test.each<[string, string, object, RegExp]>([
  ['no GraphQL', 'select 1', {}, /Syntax Error/],
  ['no name', '{ viewer { displayName } }', {}, /Name the operation/],
  ['two operations', `${me} query You { viewer { role } }`, {}, /exactly one operation/],
  ['a fragment alone', 'fragment Name on Viewer { displayName }', {}, /exactly one operation/],
  ['a field that there is not', 'query Me { viewer { password } }', {}, /password/],
  ['another name than its own', me, { name: 'You' }, /calls it You, its text Me/],
  ['the hash of another text', me, { id: operationIdOf('x') }, /not the SHA-256/],
  [
    'too many aliases',
    `query Me { viewer { ${Array.from({ length: 31 }, (_, i) => `a${i}: role`).join(' ')} } }`,
    {},
    /aliases/,
  ],
  [
    'too many objects',
    'query All { batches(first: 100) { edges { node { rows(first: 100) { edges { node { rowId } } } } } } }',
    {},
    /may bring back 20301 objects/,
  ],
  [
    'a subscription whose field stands in a fragment',
    'subscription Mine { ...F } fragment F on Subscription { newCredit { completionId } }',
    {},
    /directly under the subscription/,
  ],
])('%s is refused', (_, text, more, says) => {
  const { problems } = judge(text, more)
  expect(problems.join(' ')).toMatch(says)
})

test('a subscription is registered as any operation', () => {
  expect(judge('subscription Mine { newCredit { completionId } }')).toMatchObject({
    kind: 'SUBSCRIPTION',
    problems: [],
  })
})

test('every operation of our own pages could be registered', () => {
  const texts = readManifest(JSON.parse(readFileSync('clients/graphql/persisted-documents.json', 'utf8')))
  const refused = texts.map((draft) => judgeOperation(schema, draft)).filter(({ problems }) => problems.length)
  expect(refused.map(({ name, problems }) => [name, ...problems])).toEqual([])
})

test.each<[string, unknown, string]>([
  ['a list', [], 'Send a manifest'],
  ['nothing', {}, 'has no operation'],
  ['an entry without a body', { operations: [{ name: 'Me' }] }, 'has no body'],
  ['a number for a text', { me: 7 }, 'not the text'],
  [
    'too many',
    { operations: Array.from({ length: maxOperations + 1 }, () => ({ body: me })) },
    `at most ${maxOperations}`,
  ],
  ['too long a text', { me: ' '.repeat(graphLimits.bodyBytes + 1) }, 'longer than'],
])('a manifest that is %s is refused', (_, manifest, says) => expect(() => readManifest(manifest)).toThrow(says))
