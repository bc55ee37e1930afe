import type { MikroORM } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { learnersOrm } from '../start.js'
import { aPerson, insertPeople } from '../testing/people.js'
import { guessDays, guessesPerLearner } from './guess.js'
import { spendGuesses } from './spend-guesses.js'

const ada = '0008273'
const bo = '0004121'
const today = new Date('2026-11-23T12:00:00Z')
const daysLater = (days: number) => new Date(today.getTime() + days * 24 * 3600_000)

let database: FreshDatabase
let orm: MikroORM
const robert = aPerson()
const other = aPerson({ givenName: 'Olga', familyName: 'Petrova' })

beforeAll(async () => {
  database = await freshDatabase('learners')
  orm = await learnersOrm(database.url)
  await migrate(orm)
  await insertPeople(orm.em.fork(), [robert, other])
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})
beforeEach(() => orm.em.fork().execute('truncate match_guess'))

const birthdays = (count: number, first = 1) =>
  Array.from({ length: count }, (_, index) => ({
    learnerId: robert.learnerId,
    birthMonth: 1 + Math.floor((first + index) / 28),
    birthDay: 1 + ((first + index) % 28),
  }))
const spends = (providerId: string, guesses: Parameters<typeof spendGuesses>[2], now = today) =>
  spendGuesses(orm.em.fork(), providerId, guesses, now)

test('I13: a provider may be wrong about a birthday a few times, and no more', async () => {
  expect((await spends(ada, birthdays(guessesPerLearner))).size).toBe(0)
  expect([...(await spends(ada, birthdays(1, 100)))]).toEqual([robert.learnerId])
  expect([...(await spends(ada, []))]).toEqual([robert.learnerId])
})

test('a whole year of birthdays in one call is answered with nothing', async () => {
  expect([...(await spends(ada, birthdays(300)))]).toEqual([robert.learnerId])
})

test('the same wrong birthday again and again is one', async () => {
  for (let time = 0; time < 10; time++) expect((await spends(ada, [...birthdays(1), ...birthdays(1)])).size).toBe(0)
})

test('calls at the same moment do not overtake each other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, call) => spends(ada, birthdays(guessesPerLearner, call * guessesPerLearner))),
  )
  expect(answers.filter((spent) => spent.size === 0).length).toBeLessThanOrEqual(1)
})

test('one provider’s guesses are nobody else’s, and one physician’s no other’s', async () => {
  await spends(ada, birthdays(20))
  expect((await spends(bo, [])).size).toBe(0)
  expect((await spends(ada, [])).has(other.learnerId)).toBe(false)
})

test('after a while the guesses are forgiven', async () => {
  await spends(ada, birthdays(20))
  expect((await spends(ada, [], daysLater(guessDays - 1))).size).toBe(1)
  expect((await spends(ada, [], daysLater(guessDays + 1))).size).toBe(0)
})
