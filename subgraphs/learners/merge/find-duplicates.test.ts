import { aPerson, insertPeople, type Person } from '../testing/people.js'
import { TestSubgraph } from '../testing/subgraph.js'
import { findDuplicates } from './find-duplicates.js'

let subgraph: TestSubgraph
beforeEach(async () => {
  subgraph = await TestSubgraph.start()
})
afterEach(() => subgraph.stop())

const em = () => subgraph.orm.em.fork()
const suggestions = () =>
  em().execute<{ merged: string; survivor: string; probability: number; by: string }[]>(
    `select merged_id as merged, survivor_id as survivor, probability, decided_by as by
     from merge_proposal join merge_decision using (proposal_id) where status = 'SUGGESTED' order by proposal_id desc`,
  )

const named = (familyName: string, person: Partial<Person> = {}) =>
  aPerson({ familyName, licenses: [{ state: 'ME', number: `MD${Math.random()}` }], ...person })
/** Likely one person where the first names are the same. */
const compare = (one: { givenName: string }, other: { givenName: string }) =>
  one.givenName === other.givenName ? 0.9 : 0.1
const search = (pageSize?: number) =>
  findDuplicates(em(), { compare, threshold: 0.5, ...(pageSize ? { pageSize } : {}) })

test('people with a family name and the birthday in common are compared, under former names too, and suggested once', async () => {
  const smith = named('Smith', { npi: '1234567893' })
  const married = named('Weber', { formerNames: ['Smith'] })
  const others = [named('Smith', { born: '09/11' }), named('Smith', { givenName: 'Anna' }), named('Jones')]
  await insertPeople(em(), [smith, married, ...others])
  expect(await search()).toBe(1)
  expect(await suggestions()).toEqual([
    { merged: married.learnerId, survivor: smith.learnerId, probability: 0.9, by: 'finder' },
  ])
  expect(await search()).toBe(0)
})

test('one license number is enough to be compared, and two NPIs are enough not to be suggested', async () => {
  const licenses = [{ state: 'ME', number: 'MD5' }]
  await insertPeople(em(), [
    named('Smith', { licenses }),
    named('Weber', { licenses, born: '01/02' }),
    named('Stone', { npi: '1234567893' }),
    named('Stone', { npi: '1245319599' }),
  ])
  expect(await search()).toBe(1)
})

test('many pairs are found page by page, and a pair that was rejected is left alone', async () => {
  const people = Array.from({ length: 7 }, () => named('Smith'))
  await insertPeople(em(), people)
  expect(await search(2)).toBe(21)
  await em().execute(`update merge_proposal set status = 'REJECTED'`)
  expect(await search(2)).toBe(0)
})
