import type { CertifyingBoardCode } from '../../reference/certifying-boards.js'
import type { RegistrationFacts } from '../owners/owners.js'
import { anActivity, cells, judged, onlyMoc, outcomes } from '../record/testing.js'

const registered = (
  boardCode: CertifyingBoardCode,
  points: number,
  creditTypes: RegistrationFacts['creditTypes'],
): RegistrationFacts => ({ boardCode, quarters: points * 4, creditTypes, creditClaimOn: null })

const activity = (changes: Parameters<typeof anActivity>[0] = {}) =>
  anActivity({
    startsOn: '2021-01-01',
    endsOn: '2026-06-25',
    registrations: [
      registered('ABA', 10, ['LL', 'PS']),
      registered('ABIM', 10, ['MK', 'PS', 'PA']),
      registered('ABP', 10, ['LLSA']),
      registered('ABS', 10, ['ACC_CME', 'SA']),
      registered('ABOHNS', 7, ['LL', 'IMP']),
    ],
    ...changes,
  })

type Row = Parameters<typeof cells>[0]
const row = (board: CertifyingBoardCode, points: string, type: string, amount: string, more: Row = {}) =>
  cells({
    ...onlyMoc,
    certifyingBoard: board,
    totalBoardCredits: points,
    creditType: type,
    creditTypeCredits: amount,
    ...more,
  })

const nextDay = { completionDate: '2026-06-21' }
const withoutId = { certifyingBoardId: '' }

test.each<[rule: string, rows: ReturnType<typeof row>[], expected: string[]]>([
  [
    'ABA, L24: one record with and one without patient safety share a day',
    [row('ABA', '6', 'LL', '6'), row('ABA', '4', 'PS', '4')],
    ['ACCEPTED', 'ACCEPTED'],
  ],
  [
    'ABA, L24: together they are at most what the activity grants',
    [row('ABA', '6', 'LL', '6'), row('ABA', '4.25', 'PS', '4.25')],
    ['ACCEPTED', 'REJECTED POINTS_EXCEED_REGISTRATION'],
  ],
  [
    'ABA, L22: a second record without patient safety on that day is a duplicate',
    [row('ABA', '3', 'LL', '3'), row('ABA', '2', 'LL', '2')],
    ['ACCEPTED', 'DUPLICATE DUPLICATE_COMPLETION'],
  ],
  [
    'ABA, L22: a second record with patient safety too',
    [row('ABA', '3', 'PS', '3'), row('ABA', '2', 'PS', '2')],
    ['ACCEPTED', 'DUPLICATE DUPLICATE_COMPLETION'],
  ],
  [
    'ABA: one participation credit a day, so another day is another record',
    [row('ABA', '10', 'LL', '10'), row('ABA', '10', 'LL', '10', nextDay)],
    ['ACCEPTED', 'ACCEPTED'],
  ],
  ['ABP: steps of 0.25', [row('ABP', '0.25', 'LLSA', '0.25')], ['ACCEPTED']],
  [
    'ABP, L22: one credit a day …',
    [row('ABP', '1', 'LLSA', '1'), row('ABP', '2', 'LLSA', '2')],
    ['ACCEPTED', 'DUPLICATE DUPLICATE_COMPLETION'],
  ],
  ['ABS, L18: the board ID is optional', [row('ABS', '2', 'ACC_CME', '2', withoutId)], ['ACCEPTED']],
  ['any other board, L18: it is not', [row('ABIM', '2', 'MK', '2', withoutId)], ['REJECTED BOARD_ID_MISSING']],
  [
    'L21: lines of 7 and 7 in 7 points overlap and are never added up',
    [row('ABOHNS', '7', 'LL', '7', { additionalCreditType1: 'IMP', additionalCredits1: '7' })],
    ['ACCEPTED'],
  ],
  ['L21: a line is at most the points', [row('ABOHNS', '6', 'LL', '6.25')], ['REJECTED CREDIT_LINE_EXCEEDS_TOTAL']],
  [
    'L20: points are at most those registered',
    [row('ABOHNS', '7.25', 'LL', '7')],
    ['REJECTED POINTS_EXCEED_REGISTRATION'],
  ],
  ['ABIM: points may be lower than the credit of the activity', [row('ABIM', '0.5', 'MK', '0.5')], ['ACCEPTED']],
  ['L19: the type of another board', [row('ABIM', '2', 'LLSA', '2')], ['REJECTED CREDIT_TYPE_NOT_REGISTERED']],
  [
    'L17: a board that the activity is not registered for',
    [row('ABTS', '2', 'SA', '2')],
    ['REJECTED ACTIVITY_NOT_MOC_REGISTERED'],
  ],
])('3.7, %s', (_, rows, expected) => {
  expect(outcomes(judged(rows, { activities: [activity()] }))).toEqual(expected)
})

test('3.7, L23: … except for ABP journals, where entries that differ share a day and the same one is a duplicate', () => {
  const journal = activity({ activityFormat: 'JOURNAL' })
  const rows = [row('ABP', '1', 'LLSA', '1'), row('ABP', '2', 'LLSA', '2'), row('ABP', '1', 'LLSA', '1')]
  expect(outcomes(judged(rows, { activities: [journal] }))).toEqual([
    'ACCEPTED',
    'ACCEPTED',
    'DUPLICATE DUPLICATE_COMPLETION',
  ])
})

test.each([
  ['2021-02-28', 'REJECTED BOARD_DATE_TOO_EARLY'],
  ['2021-03-01', 'ACCEPTED REPORTED_LATE'],
])('3.7, L36: ABS completion of %s', (completionDate, expected) => {
  const world = { activities: [activity()], today: '2022-01-15' }
  const late = row('ABS', '2', 'ACC_CME', '2', { completionDate })
  expect(outcomes(judged([late], world))).toEqual([expected])
})
