import { aPerson, insertPeople, type Person } from '../testing/people.js'
import { claimsOf, TestSubgraph } from '../testing/subgraph.js'
import { type DuplicateSearch, findDuplicates, isSearchDue } from './find-duplicates.js'
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

/** Everybody of these is likely everybody else of them. */
const oneAnother =
  (people: readonly Person[]): DuplicateSearch['duplicatesOf'] =>
  (learnerId) =>
    people
      .filter((person) => person.learnerId !== learnerId)
      .map(({ learnerId: personId }) => ({ personId, probability: 0.9 }))

/** Searches to the end, however many pages that takes; answers what was suggested. */
async function search(duplicatesOf: DuplicateSearch['duplicatesOf'], pageSize = 500): Promise<number> {
  for (;;) {
    const progress = await findDuplicates(em(), { duplicatesOf, modelVersion: 'test', pageSize })
    if (progress?.isFinished) return progress.suggested
  }
}

test('two who are likely one are suggested once, and the better known of them stays', async () => {
  const [smith, married] = [named('Smith', { npi: '1234567893' }), named('Weber', { formerNames: ['Smith'] })]
  await insertPeople(em(), [smith, married])
  expect(await search(oneAnother([smith, married]))).toBe(1)
  expect(await suggestions()).toEqual([
    { merged: married.learnerId, survivor: smith.learnerId, probability: 0.9, by: 'finder' },
  ])
  expect(await search(oneAnother([smith, married]))).toBe(0)
})

test('two NPIs, and less than even odds, are not suggested', async () => {
  const stones = [named('Stone', { npi: '1234567893' }), named('Stone', { npi: '1245319599' })]
  await insertPeople(em(), stones)
  expect(await search(oneAnother(stones))).toBe(0)
  const unlikely = (id: string) => oneAnother(stones)(id).map((found) => ({ ...found, probability: 0.4 }))
  expect(await search(unlikely)).toBe(0)
})

test('many are found page by page, and a pair that was rejected is left alone', async () => {
  const people = Array.from({ length: 7 }, () => named('Smith'))
  await insertPeople(em(), people)
  expect(await search(oneAnother(people), 2)).toBe(21)
  await em().execute(`update merge_proposal set status = 'REJECTED'`)
  expect(await search(oneAnother(people), 2)).toBe(0)
})

test('a search that was interrupted goes on behind the last page, and looks at everybody once', async () => {
  const people = Array.from({ length: 6 }, () => named('Smith'))
  await insertPeople(em(), people)
  const asked: string[] = []
  const noting = (learnerId: string) => {
    asked.push(learnerId)
    return oneAnother(people)(learnerId)
  }
  const dying = () => {
    throw new Error('killed')
  }
  const page = (duplicatesOf: DuplicateSearch['duplicatesOf']) =>
    findDuplicates(em(), { duplicatesOf, modelVersion: 'test', pageSize: 4 })
  await page(noting)
  await expect(page(dying)).rejects.toThrow('killed')
  expect(await isSearchDue(em(), 7)).toBe(true)
  expect(await search(noting, 4)).toBe(15)
  expect([asked.length, new Set(asked).size]).toEqual([6, 6])
  expect(await isSearchDue(em(), 7)).toBe(false)
  await em().execute(`update duplicate_search set started_at = started_at - interval '8 days'`)
  expect(await isSearchDue(em(), 7)).toBe(true)
})

test('of two who search at once one does', async () => {
  const held = em()
  await held.begin()
  await held.execute(`select pg_advisory_xact_lock(hashtext('search duplicates'))`)
  const page = () => findDuplicates(em(), { duplicatesOf: () => [], modelVersion: 'test' })
  expect(await page()).toBeUndefined()
  await held.rollback()
  expect(await page()).toMatchObject({ isFinished: true })
})

test('matching finds them: a slip in the birthday and the same number are one person, two suffixes are two', async () => {
  const licenses = [{ state: 'ME', number: 'MD777' }]
  const [one, slip] = [named('Okonkwo', { licenses }), named('Okonkwo', { licenses, born: '09/11' })]
  const kin = ['Jr', 'Sr'].map((suffix) => named('Whitfield', { suffix }))
  await insertPeople(em(), [one, slip, ...kin, named('Whitfield', { givenName: 'Zelda', suffix: 'Jr' })])
  while (!(await searchPage(em(), subgraph.matching.index))?.isFinished);
  const [found, ...others] = await suggestions()
  expect(others).toEqual([])
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
