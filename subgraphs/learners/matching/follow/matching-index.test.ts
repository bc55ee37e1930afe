import { aClaim, aPerson, insertPeople } from '../../testing/people.js'
import { TestSubgraph } from '../../testing/subgraph.js'
import { readDecision } from '../decision/read-decision.js'
import type { Person, PersonLicense } from '../engine/types.js'
import { readPeopleOf } from './people.query.js'
import { readPeople } from './read-people.js'

let subgraph: TestSubgraph
const em = () => subgraph.orm.em.fork()
const run = (statement: string, values: unknown[] = []) => em().execute(statement, values)
const ada = aPerson({ learnerId: '0190a000-0000-7000-8000-00000000000a', givenName: 'Ada', familyName: 'Marchetti' })
const ofAda = aClaim({ givenName: 'Ada', familyName: 'Marchetti' })
const decisionOn = async (claim = ofAda) => {
  const [match] = await subgraph.match(claim)
  return match?.license
}

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
})
afterAll(() => subgraph.stop())
beforeEach(async () => {
  await run('update learner set survivor_id = null')
  for (const table of [
    'match_guess',
    'license_history',
    'license_record',
    'learner_family_name',
    'merge_proposal',
    'learner',
  ])
    await run(`delete from ${table}`)
  await insertPeople(em(), [ada])
})

test('who is put on file is matched by the next claim', async () => {
  expect(await decisionOn()).toMatchObject({ decision: 'MATCHED', learnerId: ada.learnerId })
})

test('a changed license is visible at once, and so is its end', async () => {
  const inNewHampshire = { ...ofAda, state: 'NH', licenseOrNpi: '777' }
  expect(await decisionOn(inNewHampshire)).toMatchObject({ decision: 'MISMATCH', disagreeing: ['LICENSE', 'STATE'] })
  await run(`update license_record set state = 'NH', license_number = '777', license_key = '777'`)
  expect(await decisionOn(inNewHampshire)).toMatchObject({ decision: 'MATCHED', warnings: [] })
  await run('delete from license_record')
  expect(await decisionOn({ ...ofAda, licenseOrNpi: 'MD23456' })).toMatchObject({ warnings: ['LICENSE_NOT_CURRENT'] })
})

test('I15 a number of former years is no license in force, whether it was there before or is told of', async () => {
  const formerly = { ...ofAda, licenseOrNpi: 'MD23456' }
  await run(
    `insert into license_history (license_id, learner_id, state, board_code, license_number, license_key, status,
       effective_from, effective_to, valid_to)
     select license_id, learner_id, state, board_code, license_number, license_key, 'EXPIRED', '2010-01-01', '2014-12-31',
       '2015-01-01' from license_record`,
  )
  expect(await decisionOn(formerly)).toMatchObject({ decision: 'MATCHED', warnings: [] })
  expect((await termsOnFile()).map(Object.keys)).toEqual([
    ['inForceFrom', 'inForceUntil'],
    ['inForceFrom', 'inForceUntil'],
  ])
  await run(`update license_record set license_number = 'MD99999', license_key = 'MD99999'`)
  expect(await termsOnFile()).toEqual([{}, {}])
  expect(await decisionOn({ ...ofAda, licenseOrNpi: 'MD99999' })).toMatchObject({ decision: 'MATCHED', warnings: [] })
})

/** When Ada's only license is in force, as it is loaded and as it is followed. */
async function termsOnFile() {
  const loaded: Person[] = []
  for await (const people of readPeople(em(), subgraph.url)) loaded.push(...people)
  return [...loaded, ...(await readPeopleOf(em(), [ada.learnerId]))].map(({ licenses }) => {
    const { state, number, boardCode, ...term } = licenses[0] as PersonLicense
    return term
  })
}

test('what was rolled back is not seen', async () => {
  const undone = em()
  await undone.begin()
  await undone.execute(`update learner set given_name = 'Zoe', birth_day = 11`)
  await undone.rollback()
  expect(await decisionOn()).toMatchObject({ decision: 'MATCHED' })
})

test('who was merged answers as the survivor, and alone again afterwards', async () => {
  const double = aPerson({
    givenName: 'Ada',
    familyName: 'Rossi',
    npi: '1234567893',
    licenses: [{ state: 'CA', number: 'A9' }],
  })
  await insertPeople(em(), [double])
  const ofDouble = aClaim({ givenName: 'Ada', familyName: 'Rossi', state: 'CA', licenseOrNpi: 'A9' })
  expect(await decisionOn(ofDouble)).toMatchObject({ decision: 'MATCHED', learnerId: double.learnerId })
  await run('update learner set survivor_id = ? where learner_id = ?', [ada.learnerId, double.learnerId])
  expect(await decisionOn(ofDouble)).toMatchObject({
    decision: 'MATCHED',
    learnerId: ada.learnerId,
    warnings: ['NAME_VARIANT'],
  })
  await run(
    `insert into merge_proposal (proposal_id, merged_id, survivor_id, status) values (gen_random_uuid(), ?, ?, 'UNMERGED')`,
    [double.learnerId, ada.learnerId],
  )
  await run('update learner set survivor_id = null where learner_id = ?', [double.learnerId])
  expect(await decisionOn(ofDouble)).toMatchObject({ decision: 'MATCHED', learnerId: double.learnerId })
  expect(await decisionOn()).toMatchObject({ decision: 'MATCHED', learnerId: ada.learnerId, warnings: [] })
})

test('a lost connection costs nothing but a reload', async () => {
  await run(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'matching index' and pid <> pg_backend_pid()
    and datname = current_database()`)
  await run(`update learner set birth_day = 11`)
  const later = { ...ofAda, birthDay: 11 }
  for (let attempt = 0; attempt < 100 && (await decisionOn(later))?.decision !== 'MATCHED'; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(await decisionOn(later)).toMatchObject({ decision: 'MATCHED' })
})

test('a change that names nobody makes the file be read anew', async () => {
  await run('truncate license_record')
  expect(await decisionOn({ ...ofAda, licenseOrNpi: 'MD23456' })).toMatchObject({ warnings: ['LICENSE_NOT_CURRENT'] })
})

const kept = (decisionId: string | undefined) => readDecision(em(), decisionId ?? '')

test('I14 a decision is kept with levels, weights and versions, so that it can be shown and repeated', async () => {
  const [first, second] = await subgraph.match(ofAda, ofAda)
  const one = await kept(first?.license?.decisionId)
  const other = await kept(second?.license?.decisionId)
  expect(one).toMatchObject({
    decision: 'MATCHED',
    caller: 'credits',
    priorBits: expect.any(Number),
    modelVersion: expect.stringMatching(/^\d{4}-/),
  })
  expect(one?.candidates).toEqual([
    {
      personId: ada.learnerId,
      probability: expect.closeTo(1, 3),
      evidence: expect.arrayContaining([{ field: 'LAST_NAME', level: 'EXACT', bits: expect.any(Number) }]),
      vetoes: [],
    },
  ])
  expect([other.candidates, other.dataVersion]).toEqual([one.candidates, one.dataVersion])
})

test('I12 what is kept names nobody and no birthday', async () => {
  const [match] = await subgraph.match({ ...ofAda, birthDay: 28, licenseOrNpi: '1234567893' })
  const [row] = await run('select match_decision::text as everything from match_decision where decision_id = ?', [
    match?.license?.decisionId,
  ])
  for (const told of ['Marchetti', 'MARCHETTI', '1234567893']) expect(row?.everything).not.toContain(told)
})
