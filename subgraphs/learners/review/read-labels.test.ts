import { aPerson, insertPeople } from '../testing/people.js'
import { TestSubgraph } from '../testing/subgraph.js'
import { type ReviewLabel, readLabels } from './read-labels.js'
import { aRow, Reviews } from './testing.js'

let subgraph: TestSubgraph
let reviews: Reviews
const [robert, namesake, olga] = [
  aPerson({ licenses: [{ state: 'ME', number: 'MD1001' }] }),
  aPerson({ licenses: [{ state: 'ME', number: 'MD2002' }] }),
  aPerson({ givenName: 'Olga', familyName: 'Petrova', born: '12/02' }),
]

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  reviews = new Reviews(subgraph)
  await insertPeople(subgraph.orm.em.fork(), [robert, namesake, olga])
})
afterAll(() => subgraph.stop())

async function labels(): Promise<ReviewLabel[]> {
  const all: ReviewLabel[] = []
  for await (const label of readLabels(subgraph.orm.em.fork())) all.push(label)
  return all
}

test('what was decided is a label of every candidate, merges followed; what waits is none', async () => {
  await reviews.told(aRow(), aRow({}, { givenName: 'Olga', familyName: 'Petrova', born: '12/03' }))
  const cases = await reviews.cases()
  const [smith, petrova] = ['Smith', 'Petrova'].map((name) => cases.find(({ claim }) => claim.familyName === name))
  await reviews.decide(smith?.caseId ?? '', { learnerId: namesake.learnerId })
  expect(await labels()).toEqual([])
  await reviews.pass()
  const [label, ...others] = await labels()
  expect(others).toEqual([])
  expect(label).toMatchObject({ caseId: smith?.caseId, part: 'LICENSE', modelVersion: expect.any(String) })
  const meant = (found?: ReviewLabel) =>
    found?.candidates.filter(({ isMeant }) => isMeant).map(({ personId }) => personId)
  expect(meant(label)).toEqual([namesake.learnerId])
  expect(label?.candidates).toHaveLength(2)
  expect(label?.candidates[0]?.evidence).toContainEqual(
    expect.objectContaining({ field: 'LAST_NAME', level: 'EXACT', bits: expect.any(Number) }),
  )

  const em = subgraph.orm.em.fork()
  await em.execute('update learner set survivor_id = ?::uuid where learner_id = ?::uuid', [
    robert.learnerId,
    namesake.learnerId,
  ])
  expect(meant((await labels())[0])?.sort()).toEqual([robert.learnerId, namesake.learnerId].sort())

  await reviews.decide(petrova?.caseId ?? '', { nobody: true })
  await reviews.pass()
  const ofPetrova = (await labels()).find(({ caseId }) => caseId === petrova?.caseId)
  expect([ofPetrova?.candidates.length, meant(ofPetrova)]).toEqual([1, []])
})
