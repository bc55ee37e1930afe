import fc from 'fast-check'
import { type Ask, answer } from '../ask.js'
import { Engine } from '../engine/engine.js'
import { someClaim, somePeople } from '../engine/testing.js'
import type { Person } from '../engine/types.js'
import { ada, ofAda } from '../testing/ada.js'
import { decidingInTests } from '../testing/deciding.js'
import type { Deciding } from './deciding.js'

let deciding: Deciding
beforeAll(() => {
  deciding = decidingInTests()
})
afterAll(() => deciding.stop())

const seed = 7
/** People of many samples, each under an id of its own. */
const people = fc
  .sample(somePeople, { numRuns: 150, seed })
  .flat()
  .map(
    (person, place): Person => ({
      ...person,
      personId: `${place % 2 ? 'person' : '0190a000-0000-7000-8000'}-${place}`,
    }),
  )
const asks = fc
  .sample(someClaim, { numRuns: 700, seed })
  .map((claim, place): Ask => (place % 5 ? { claim } : { claim, board: 'ABIM' }))

const engineOf = (some: readonly Person[]) => Engine.build(some, { dataVersion: 'test' })
const byItself = (engine: Engine) => asks.map((ask) => answer(engine, ask))
/** Decided by threads alone. */
const elsewhere = (engine: Engine) => deciding.ahead(engine, asks)

test('threads decide as the engine itself does, to the last bit (I14)', async () => {
  const engine = await engineOf(people)
  const decisions = byItself(engine)
  expect(new Set(decisions.map(({ decision }) => decision)).size).toBeGreaterThan(2)
  expect(await elsewhere(engine)).toEqual(decisions)
  expect(await deciding.on(engine, asks)).toEqual(decisions)
})

test('they see who comes, changes and goes, however far the file grows, and a file that is loaded anew', async () => {
  const engine = await engineOf(people.slice(0, 20))
  const before = await elsewhere(engine)
  await deciding.change(() => {
    for (const person of people) engine.upsert(person)
  })
  const grown = await elsewhere(engine)
  expect(grown).not.toEqual(before)
  expect(grown).toEqual(byItself(engine))
  await deciding.change(() => {
    for (const { personId } of people.slice(0, 100)) engine.remove(personId)
    for (const person of people.slice(100, 200)) engine.upsert({ ...person, familyName: 'Marchetti' })
  })
  expect(await elsewhere(engine)).toEqual(byItself(engine))
  const fresh = await engineOf(people.slice(0, 50))
  expect(await elsewhere(fresh)).toEqual(byItself(fresh))
})

test('nothing changes under a thread that is deciding, and whoever asks later is told of the change', async () => {
  const engine = await engineOf(people)
  const expected = byItself(engine)
  const begun = elsewhere(engine)
  let changedAfter = -1
  let done = 0
  const counting = begun.then(() => done++)
  await deciding.change(() => {
    changedAfter = done
    engine.upsert(ada)
  })
  const decisions = await begun
  await counting
  const { dataVersion } = engine
  const isEarly = decisions.map((decision) => decision.dataVersion !== dataVersion)
  expect(isEarly).toEqual(isEarly.toSorted((one, other) => Number(other) - Number(one)))
  expect(decisions.filter((_, place) => isEarly[place])).toEqual(expected.filter((_, place) => isEarly[place]))
  const after = byItself(engine)
  expect(decisions.filter((_, place) => !isEarly[place])).toEqual(after.filter((_, place) => !isEarly[place]))
  expect(changedAfter).toBeLessThanOrEqual(1)
  const [found] = await deciding.ahead(engine, [{ claim: ofAda }])
  expect(found).toMatchObject({ decision: 'MATCHED', personId: ada.personId })
})

test('whoever asks about many keeps nobody waiting until all of them are decided', async () => {
  const engine = await engineOf(people)
  const many = Array.from({ length: 10 }, () => asks).flat()
  let turns = 0
  const others = setInterval(() => turns++, 1)
  await deciding.on(engine, many)
  clearInterval(others)
  expect(turns).toBeGreaterThan(2)
})

test('an ask that cannot be decided fails with the others of its slice, and nothing else does', async () => {
  const engine = await engineOf([ada])
  const broken = { claim: { ...ofAda, familyName: 7 as unknown as string } }
  await expect(deciding.ahead(engine, [broken])).rejects.toThrow('is not a function')
  await expect(deciding.on(engine, [...asks, broken])).rejects.toThrow('is not a function')
  expect(await elsewhere(engine)).toEqual(byItself(engine))
})

test('once it has stopped, nothing is waited for in vain', async () => {
  const engine = await engineOf(people)
  const stopped = decidingInTests()
  const begun = stopped.ahead(engine, asks)
  const failed = expect(begun).rejects.toThrow('Nobody decides any more.')
  await stopped.stop()
  await failed
})
