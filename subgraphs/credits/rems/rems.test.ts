import type { RowCells } from '../batch/columns.js'
import { anActivity, cells, dee, judged, onlyMoc, outcomes, unmatched } from '../record/testing.js'

const rems = { localIdentifier: 'idd:acme:learner:77', profession: 'nurse' } as const
const onlyRems = { licensingState: '', cmeCredits: '', ...rems } as const
const opioids = { activities: [anActivity({ isRems: true })] }
const nobody = { ...opioids, match: { license: null, diplomate: null } }
const key = '200000001 2026-06-20 idd:acme:learner:77'

const remsOf = (changes: Partial<Record<keyof RowCells, string>>, world: Parameters<typeof judged>[1] = opioids) =>
  judged([cells(changes)], world)[0]

test('L11, L31: a row may report REMS alone, and then needs no physician', () => {
  expect(remsOf(onlyRems, nobody)).toMatchObject({
    outcome: 'ACCEPTED',
    learnerId: null,
    completionId: null,
    awarded: [],
    rems: { localIdentifier: 'idd:acme:learner:77', profession: 'Nurse', completedOn: '2026-06-20' },
  })
})

test('L31: CME, MOC and REMS stand in one row', () => {
  const verdict = remsOf({ ...rems, ...onlyMoc, licensingState: 'ME', cmeCredits: '5' })
  expect(verdict?.awarded.map(({ kind }) => kind)).toEqual(['CME', 'MOC'])
  expect(verdict).toMatchObject({ outcome: 'ACCEPTED', learnerId: dee, rems: { profession: 'Nurse' } })
})

test('parts stand or fall alone: REMS is reported though nobody fits, and credit though REMS is wrong', () => {
  const unknown = remsOf(rems, { ...opioids, match: { license: unmatched('NOT_FOUND'), diplomate: null } })
  expect([unknown?.outcome, unknown?.issues.map(({ code }) => code), unknown?.rems?.profession]).toEqual([
    'ACCEPTED',
    ['LEARNER_NOT_FOUND'],
    'Nurse',
  ])
  const wrong = remsOf({ ...rems, profession: 'Wizard' })
  expect([wrong?.outcome, wrong?.awarded.length, wrong?.rems]).toEqual(['ACCEPTED', 1, undefined])
  expect(wrong?.issues).toMatchObject([{ code: 'ROW_BAD_VALUE', column: 'Profession' }])
})

test.each<[string, Partial<Record<keyof RowCells, string>>, Parameters<typeof judged>[1], string]>([
  ['L31 an activity without REMS', onlyRems, { match: nobody.match }, 'REJECTED REMS_NOT_REGISTERED'],
  ['L31 no profession', { ...onlyRems, profession: '' }, nobody, 'REJECTED ROW_MISSING_REQUIRED'],
  ['L31 no id of the learner', { ...onlyRems, localIdentifier: '' }, nobody, 'REJECTED ROW_MISSING_REQUIRED'],
  ['L31 another practice area', { ...onlyRems, practiceArea: 'Alchemy' }, nobody, 'REJECTED ROW_BAD_VALUE'],
  ['L31 a known practice area', { ...onlyRems, practiceArea: 'pain' }, nobody, 'ACCEPTED'],
  ['L31 dashes of another kind', { ...onlyRems, timeInPractice: '6–10 Years' }, nobody, 'ACCEPTED'],
  ['L31 neither yes nor no', { ...onlyRems, surgicalProcedures: 'often' }, nobody, 'REJECTED ROW_BAD_VALUE'],
  ['L32 no domain', { ...onlyRems, localIdentifier: '77' }, nobody, 'REJECTED ROW_BAD_VALUE'],
  ['L32 half a domain', { ...onlyRems, localIdentifier: 'idd:acme:77' }, nobody, 'REJECTED ROW_BAD_VALUE'],
  ['L32 an id with colons', { ...onlyRems, localIdentifier: 'idd:acme:learner:a:b' }, nobody, 'ACCEPTED'],
  [
    'L08 a day after the activity',
    { ...onlyRems, completionDate: '2026-06-28' },
    nobody,
    'REJECTED COMPLETION_OUTSIDE_ACTIVITY',
  ],
  ['the same again', onlyRems, { ...nobody, remsReports: [key] }, 'DUPLICATE DUPLICATE_COMPLETION'],
])('%s', (_, changes, world, expected) => {
  expect(outcomes(judged([cells(changes)], world))).toEqual([expected])
})

test('L37: a row takes the report back, and then it may be made again', () => {
  const remove = cells({ ...onlyRems, recordAction: 'Delete', profession: '' })
  const verdicts = judged([remove, cells(onlyRems), remove, remove], { ...nobody, remsReports: [key] })
  expect(outcomes(verdicts)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'REJECTED DELETE_NOT_FOUND'])
  expect(verdicts[0]?.remsWithdrawn).toEqual({
    activityId: '200000001',
    completedOn: '2026-06-20',
    localIdentifier: 'idd:acme:learner:77',
  })
})
