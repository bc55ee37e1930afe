import { setTimeout } from 'node:timers/promises'
import { buildSchema } from 'graphql'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { createLog } from '../../subgraphs/shared/log.js'
import { AnswerCache } from './answer-cache.js'
import { cacheLimits } from './limits.js'

const schema = buildSchema(`
  type Query { search(text: String): Hit, viewer: String }
  type Mutation { rename: String }
  type Hit { title: String note: String }`)
const sharedFields = new Set(['Query.search', 'Hit.title'])
const ada: ViewerClaims = { accountId: 'ada', displayName: 'Ada', role: 'PROVIDER_REPORTER', providerId: '1' }
const bo: ViewerClaims = { ...ada, accountId: 'bo', providerId: '2' }

/** Who was asked for, in order. */
let asked: (string | undefined)[]
let hasChanged: boolean
let isDown: boolean
let time: number
let cache: AnswerCache

beforeEach(async () => {
  asked = []
  hasChanged = isDown = false
  time = 0
  open()
  await watched()
})
afterEach(() => cache.stop())

function open(limits: Partial<typeof cacheLimits> = {}) {
  cache = new AnswerCache({
    graph: { schema, sharedFields },
    changeSince: async () => {
      if (isDown) throw new Error('It is down.')
      const answer = { snapshot: '1:1:', hasChanged }
      hasChanged = false
      return answer
    },
    log: createLog('test', 'silent'),
    limits: { ...cacheLimits, lookMs: 5, ...limits },
    now: () => time,
  })
}

/** Until it is known whether anything has changed. */
async function watched() {
  await ask('{ search { title } }', ada)
  await setTimeout(20)
  asked = []
}

const run = async (operation: { query: string; variables: object }, { claims }: { claims?: ViewerClaims }) => {
  asked.push(claims?.accountId)
  await setTimeout(5)
  return JSON.stringify({ for: claims?.accountId ?? 'nobody', n: asked.length, ...operation.variables })
}
const ask = (query: string, claims?: ViewerClaims, variables: Record<string, unknown> = {}) =>
  cache.answer({ query, operationName: '', variables }, { claims, requestId: '1' }, run)

test('what is the same for everybody is asked once, on nobody’s behalf, for two viewers of whom one sees more', async () => {
  const first = await ask('{ search { title } }', ada)
  expect(await ask('{ search { title } }', bo)).toBe(first)
  expect(await ask('{ search { title } }')).toBe(first)
  expect(asked).toEqual([undefined])
  expect(first).toContain('nobody')
})

test.each([
  '{ search { title note } }',
  '{ search { title } viewer }',
  '{ search { ...F } } fragment F on Hit { note }',
  'query A { search { title } } query B { search { title } }',
  '{ search { title } __schema { description } }',
  '{ nothing }',
  '{',
])('%s is asked for each viewer', async (text) => {
  for (const claims of [ada, bo, ada]) expect(await ask(text, claims)).toContain(claims.accountId)
  expect(asked).toEqual(['ada', 'bo', 'ada'])
})

test('other variables are another question, and several who ask the same at once wait for one answer', async () => {
  const answers = await Promise.all([
    ask('query ($t: String) { search(text: $t) { title } }', ada, { t: 'a' }),
    ask('query ($t: String) { search(text: $t) { title } }', bo, { t: 'a' }),
    ask('query ($t: String) { search(text: $t) { title } }', bo, { t: 'b' }),
  ])
  expect(asked).toHaveLength(2)
  expect(answers[0]).toBe(answers[1])
  expect(answers[0]).not.toBe(answers[2])
})

test('a change makes everything be asked anew, also what was under way', async () => {
  const before = await ask('{ search { title } }', ada)
  const underWay = ask('query Other { search { title } }', ada)
  hasChanged = true
  await setTimeout(1)
  while (hasChanged) await setTimeout(5)
  await underWay
  expect(await ask('{ search { title } }', ada)).not.toBe(before)
})

test('whoever changes something here reads it at once', async () => {
  const before = await ask('{ search { title } }', ada)
  await ask('mutation { rename }', ada)
  expect(asked).toEqual([undefined, 'ada'])
  expect(await ask('{ search { title } }', ada)).not.toBe(before)
})

test('where it is not known whether anything has changed, everybody is asked for', async () => {
  await ask('{ search { title } }', ada)
  isDown = true
  time += cacheLimits.trustMs + 1
  await ask('{ search { title } }', ada)
  await ask('{ search { title } }', bo)
  expect(asked).toEqual([undefined, 'ada', 'bo'])
})

test('an answer is kept for half a minute at most, and not where it is too long', async () => {
  await ask('{ search { title } }', ada)
  time += cacheLimits.keptMs
  await setTimeout(20)
  await ask('{ search { title } }', ada)
  expect(asked).toHaveLength(2)
  await cache.stop()
  open({ answerLength: 20 })
  await watched()
  await ask('{ search { title } }', ada)
  await ask('{ search { title } }', ada)
  expect(asked).toHaveLength(2)
})

test('all of them together are bounded; what was given out longest ago goes first', async () => {
  await cache.stop()
  open({ totalLength: 330 })
  await watched()
  const query = 'query ($t: String) { search(text: $t) { title } }'
  for (const t of ['a', 'b', 'a', 'c', 'd', 'a']) await ask(query, ada, { t })
  expect(asked).toHaveLength(4)
  await ask(query, ada, { t: 'b' })
  expect(asked).toHaveLength(5)
})
