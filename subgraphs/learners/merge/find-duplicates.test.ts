import { aPerson, insertPeople, type Person } from '../testing/people.js'
import { claimsOf, TestSubgraph } from '../testing/subgraph.js'
import { findDuplicates, isSearchDue, type PairComparison } from './find-duplicates.js'
import { searchPage } from './keep-finding-duplicates.js'

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
/** Likely one person, unless one of the two is somebody else by all appearance. */
const unlike = new Set<string>()
const compare: PairComparison = (oneId, otherId) => ({
  probability: unlike.has(oneId) || unlike.has(otherId) ? 0.1 : 0.9,
  vetoes: [],
})
/** Searches to the end, however many pages that takes; answers what was suggested. */
async function search(pageSize = 2_000, like = compare): Promise<number> {
  for (;;) {
    const progress = await findDuplicates(em(), { compare: like, modelVersion: 'test', pageSize })
    if (progress?.isFinished) return progress.suggested
  }
}

test('people with a family name and the birthday in common are compared, under former names too, and suggested once', async () => {
  const smith = named('Smith', { npi: '1234567893' })
  const married = named('Weber', { formerNames: ['Smith'] })
  const anna = named('Smith', { givenName: 'Anna' })
  unlike.add(anna.learnerId)
  const others = [named('Smith', { born: '09/11' }), anna, named('Jones')]
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

test('a search that was interrupted goes on behind the last page, and finds each pair once', async () => {
  await insertPeople(
    em(),
    Array.from({ length: 6 }, () => named('Smith')),
  )
  const asked: string[] = []
  const noting: PairComparison = (oneId, otherId) => {
    asked.push(`${oneId} ${otherId}`)
    return compare(oneId, otherId)
  }
  const page = (like: PairComparison) => findDuplicates(em(), { compare: like, modelVersion: 'test', pageSize: 4 })
  await page(noting)
  const dying: PairComparison = () => {
    throw new Error('killed')
  }
  await expect(page(dying)).rejects.toThrow('killed')
  expect(await isSearchDue(em(), 7)).toBe(true)
  expect(await search(4, noting)).toBe(15)
  expect([asked.length, new Set(asked).size]).toEqual([15, 15])
  expect(await isSearchDue(em(), 7)).toBe(false)
  await em().execute(`update duplicate_search set started_at = started_at - interval '8 days'`)
  expect(await isSearchDue(em(), 7)).toBe(true)
})

test('of two who search at once one does', async () => {
  const held = em()
  await held.begin()
  await held.execute(`select pg_advisory_xact_lock(hashtext('search duplicates'))`)
  expect(await findDuplicates(em(), { compare, modelVersion: 'test' })).toBeUndefined()
  await held.rollback()
  expect(await findDuplicates(em(), { compare, modelVersion: 'test' })).toMatchObject({ isFinished: true })
})

test('matching compares: a slip in the birthday and the same number are one person, two suffixes are two', async () => {
  const licenses = [{ state: 'ME', number: 'MD777' }]
  const [one, slip] = [named('Okonkwo', { licenses }), named('Okonkwo', { licenses, born: '09/11' })]
  const kin = ['Jr', 'Sr'].map((suffix) => named('Whitfield', { suffix }))
  await insertPeople(em(), [one, slip, ...kin, named('Whitfield', { givenName: 'Zelda', suffix: 'Jr' })])
  while (!(await searchPage(em(), subgraph.matching.index))?.isFinished);
  expect(await suggestions()).toMatchObject([{ probability: expect.any(Number), by: 'finder' }])
  const [found] = await suggestions()
  expect([found?.merged, found?.survivor].sort()).toEqual([one.learnerId, slip.learnerId].sort())

  const { data } = await subgraph.ask(
    '{ mergeProposals { edges { node { likeness { probability fields { field level } vetoes { name } } } } } }',
    claimsOf('OPERATOR'),
  )
  const likeness = {
    probability: found?.probability,
    fields: expect.arrayContaining([
      { field: 'LICENSE', level: 'EXACT' },
      { field: 'BIRTHDATE', level: 'SLIP' },
    ]),
    vetoes: [],
  }
  expect(data).toEqual({ mergeProposals: { edges: [{ node: { likeness } }] } })
})
