import { aPerson, insertPeople } from '../testing/people.js'
import { claimsOf, TestSubgraph } from '../testing/subgraph.js'
import { guessesPerLearner } from './guess.js'
import { spendGuesses } from './spend-guesses.js'

let subgraph: TestSubgraph
const people = [aPerson(), aPerson({ givenName: 'Olga', familyName: 'Petrova' })] as const
const op = claimsOf('OPERATOR')
const ada = claimsOf('PROVIDER_REPORTER', { providerId: '0008273' })

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  await insertPeople(subgraph.orm.em.fork(), people)
})
afterAll(() => subgraph.stop())
beforeEach(() => subgraph.orm.em.fork().execute('truncate match_guess, guess_release'))

const guesses = (providerId: string, { learnerId }: (typeof people)[number], count: number) =>
  spendGuesses(
    subgraph.orm.em.fork(),
    providerId,
    Array.from({ length: count }, (_, day) => ({ learnerId, birthMonth: 1, birthDay: day + 1 })),
    new Date(),
  )

interface Locks {
  guessLocks: {
    edges: { node: { provider: { providerId: string }; learner: { familyName: string }; guesses: number } }[]
    pageInfo: { endCursor: string | null; hasNextPage: boolean }
  }
}
const listed = async (variables: object = {}, claims = op) =>
  subgraph.ask<Locks>(
    `query ($first: Int! = 25, $after: String) { guessLocks(first: $first, after: $after) {
      edges { node { provider { providerId } learner { familyName } guesses } } pageInfo { endCursor hasNextPage } } }`,
    claims,
    { ...variables },
  )
const released = (learnerId: string, claims = op, reason = 'They called; a typing error in their export.') =>
  subgraph.ask<{ releaseGuessLock: { guesses: number } }>(
    `mutation ($learnerId: ID!, $reason: String!) {
      releaseGuessLock(providerId: "0008273", learnerId: $learnerId, reason: $reason) { guesses } }`,
    claims,
    { learnerId, reason },
  )
const code = (answer: { errors?: readonly { extensions?: unknown }[] }) => answer.errors?.[0]?.extensions

test('the operator sees who has guessed too often, page by page, and nobody else does', async () => {
  await guesses('0008273', people[0], guessesPerLearner + 1)
  await guesses('0008273', people[1], guessesPerLearner)
  await guesses('0004121', people[1], 20)
  const first = (await listed({ first: 1 })).data?.guessLocks
  const second = (await listed({ first: 1, after: first?.pageInfo.endCursor })).data?.guessLocks
  expect([first, second].flatMap((page) => page?.edges.map(({ node }) => node))).toEqual([
    { provider: { providerId: '0004121' }, learner: { familyName: 'Petrova' }, guesses: 20 },
    { provider: { providerId: '0008273' }, learner: { familyName: 'Smith' }, guesses: guessesPerLearner + 1 },
  ])
  expect([first?.pageInfo.hasNextPage, second?.pageInfo.hasNextPage]).toEqual([true, false])
  expect(code(await listed({}, ada))).toMatchObject({ code: 'FORBIDDEN' })
})

test('a person lets a provider ask again, and it is kept who did so and why', async () => {
  await guesses('0008273', people[0], 20)
  expect((await released(people[0].learnerId)).data?.releaseGuessLock).toEqual({ guesses: 20 })
  expect((await guesses('0008273', people[0], 1)).size).toBe(0)
  const kept = await subgraph.orm.em.fork().execute('select provider_id, released_by, reason from guess_release')
  expect(kept).toEqual([
    { provider_id: '0008273', released_by: 'somebody', reason: 'They called; a typing error in their export.' },
  ])
})

test.each([
  ['a reporter', ada, 'Please', 'FORBIDDEN'],
  ['nobody', undefined, 'Please', 'UNAUTHENTICATED'],
  ['an operator without a reason', op, '  ', 'BAD_USER_INPUT'],
  ['an operator with a novel', op, 'x'.repeat(501), 'BAD_USER_INPUT'],
] as const)('%s lifts no lock', async (_, claims, reason, expected) => {
  await guesses('0008273', people[0], 20)
  const answer = await subgraph.ask(
    `mutation ($learnerId: ID!, $reason: String!) {
      releaseGuessLock(providerId: "0008273", learnerId: $learnerId, reason: $reason) { guesses } }`,
    claims,
    { learnerId: people[0].learnerId, reason },
  )
  expect(code(answer)).toMatchObject({ code: expected })
  expect((await guesses('0008273', people[0], 0)).size).toBe(1)
})

test('where nothing was guessed there is nothing to lift', async () => {
  expect(code(await released(people[0].learnerId))).toMatchObject({ code: 'NOT_FOUND' })
  expect(code(await released('not an id'))).toMatchObject({ code: 'NOT_FOUND' })
})
