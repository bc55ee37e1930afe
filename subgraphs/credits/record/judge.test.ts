import type { RowCells } from '../batch/columns.js'
import {
  anActivity,
  cells,
  dee,
  fay,
  judged,
  matched,
  mismatched,
  mocCells,
  onlyMoc,
  outcomes,
  unmatched,
  type World,
} from './testing.js'

type Case = [rule: string, changes: Parameters<typeof cells>[0], expected: string, world?: World]

const registeredWith = (boardCode: string, quarters: number, creditTypes: string[], activityFormat = 'COURSE') =>
  anActivity({ activityFormat, registrations: [{ boardCode, quarters, creditTypes, creditClaimOn: null }] })

const cases: Case[] = [
  ['a plain row is accepted', {}, 'ACCEPTED'],
  ['L01 the action is read in any case', { recordAction: 'ADD' }, 'ACCEPTED'],
  ['L01 update is no action', { recordAction: 'Update' }, 'REJECTED ACTION_UNKNOWN'],
  ['L01 a blank action', { recordAction: '' }, 'REJECTED ROW_MISSING_REQUIRED'],
  ['L02 an unknown activity', { activityId: '999999999' }, 'REJECTED ACTIVITY_NOT_FOUND'],
  [
    'L02 the activity of another provider',
    {},
    'REJECTED ACTIVITY_NOT_FOUND',
    { activities: [anActivity({ providerId: '0004121' })] },
  ],
  ['L03 a draft', {}, 'REJECTED ACTIVITY_NOT_ACTIVE', { activities: [anActivity({ status: 'DRAFT' })] }],
  ['L03 a deleted activity', {}, 'REJECTED ACTIVITY_NOT_ACTIVE', { activities: [anActivity({ status: 'DELETED' })] }],
  ['L03 a closed activity still takes learners', {}, 'ACCEPTED', { activities: [anActivity({ status: 'CLOSED' })] }],
  ['L04 no first name', { firstName: ' ' }, 'REJECTED ROW_MISSING_REQUIRED'],
  ['L04 no last name', { lastName: '' }, 'REJECTED ROW_MISSING_REQUIRED'],
  ['L05 29 February', { dateOfBirth: '02/29' }, 'ACCEPTED'],
  ['L05 30 February', { dateOfBirth: '02/30' }, 'REJECTED ROW_BAD_VALUE'],
  ['L05 month 13', { dateOfBirth: '13/01' }, 'REJECTED ROW_BAD_VALUE'],
  ['L07 no such day', { completionDate: '2026-02-31' }, 'REJECTED ROW_BAD_VALUE'],
  [
    'L07 tomorrow',
    { completionDate: '2026-07-01' },
    'REJECTED COMPLETION_IN_FUTURE',
    { activities: [anActivity({ endsOn: '2026-12-31' })] },
  ],
  ['L07 today', { completionDate: '2026-06-30' }, 'ACCEPTED', { activities: [anActivity({ endsOn: '2026-12-31' })] }],
  ['L08 the first day', { completionDate: '2026-06-01' }, 'ACCEPTED'],
  ['L08 the day before', { completionDate: '2026-05-31' }, 'REJECTED COMPLETION_OUTSIDE_ACTIVITY'],
  ['L08 the last day', { completionDate: '2026-06-25' }, 'ACCEPTED'],
  ['L08 the day after', { completionDate: '2026-06-26' }, 'REJECTED COMPLETION_OUTSIDE_ACTIVITY'],
  [
    'L08 points may be claimed until the claim date, credits may not',
    { completionDate: '2026-06-28', ...mocCells },
    'ACCEPTED COMPLETION_OUTSIDE_ACTIVITY',
    {
      activities: [
        anActivity({
          registrations: [{ boardCode: 'ABIM', quarters: 40, creditTypes: ['MK'], creditClaimOn: '2026-06-29' }],
        }),
      ],
    },
  ],
  [
    'L09 the last day of the window',
    { completionDate: '2024-06-20' },
    'ACCEPTED REPORTED_LATE',
    { today: '2026-03-31', activities: [anActivity({ startsOn: '2024-01-01' })] },
  ],
  [
    'L09 the day after',
    { completionDate: '2024-06-20' },
    'REJECTED REPORTING_WINDOW_CLOSED',
    { today: '2026-04-01', activities: [anActivity({ startsOn: '2024-01-01' })] },
  ],
  ['L10 a time of day is ignored', { completionDate: '2026-06-20T23:59:59Z' }, 'ACCEPTED'],
  ['L11 neither credits nor points', { cmeCredits: '' }, 'REJECTED NOTHING_REPORTED'],
  ['L12 no credits', { cmeCredits: '0' }, 'REJECTED ROW_BAD_VALUE'],
  ['L12 not a quarter', { cmeCredits: '0.3' }, 'REJECTED ROW_BAD_VALUE'],
  ['L12 a quarter', { cmeCredits: '0.25' }, 'ACCEPTED'],
  ['L12 all of it', { cmeCredits: '10' }, 'ACCEPTED'],
  ['L12 more than the activity awards', { cmeCredits: '10.25' }, 'REJECTED CREDITS_EXCEED_ACTIVITY'],
  ['L13 no state', { licensingState: '' }, 'REJECTED ROW_MISSING_REQUIRED'],
  ['L13 an unknown state', { licensingState: 'Mane' }, 'REJECTED ROW_BAD_VALUE'],
  ['L13 a state code', { licensingState: 'me' }, 'ACCEPTED'],
  [
    'L14 several fit',
    {},
    'REJECTED LEARNER_AMBIGUOUS',
    { match: { license: unmatched('AMBIGUOUS'), diplomate: null } },
  ],
  [
    'L15 a wrong check digit',
    { licenseIdOrNpi: '1234567890' },
    'REJECTED NPI_INVALID',
    { match: { license: unmatched('NOT_FOUND'), diplomate: null } },
  ],
  [
    'L15 a wrong check digit, though it is clear who is meant',
    { licenseIdOrNpi: '1234567890' },
    'REJECTED NPI_INVALID',
    { match: { license: { ...matched('one'), disagreeing: ['NPI'] }, diplomate: null } },
  ],
  [
    'L15 a right check digit',
    { licenseIdOrNpi: '1234567893' },
    'REJECTED LEARNER_NOT_FOUND',
    { match: { license: unmatched('NOT_FOUND'), diplomate: null } },
  ],
  ['L16 ten digits that are a license number', { licenseIdOrNpi: '1234567890' }, 'ACCEPTED'],
  ['L17 an unregistered board alone', { ...onlyMoc, certifyingBoard: 'ABP' }, 'REJECTED ACTIVITY_NOT_MOC_REGISTERED'],
  [
    'L17 an unregistered board beside credits',
    { ...mocCells, certifyingBoard: 'ABP' },
    'ACCEPTED ACTIVITY_NOT_MOC_REGISTERED',
  ],
  ['L18 no board ID', { ...onlyMoc, certifyingBoardId: '' }, 'REJECTED BOARD_ID_MISSING'],
  [
    'L18 ABS needs none',
    { ...onlyMoc, certifyingBoard: 'ABS', certifyingBoardId: '', creditType: 'Accredited CME' },
    'ACCEPTED',
    { activities: [registeredWith('ABS', 40, ['ACC_CME'])] },
  ],
  [
    'L19 an unregistered credit type',
    { ...onlyMoc, creditType: 'Practice Assessment' },
    'REJECTED CREDIT_TYPE_NOT_REGISTERED',
  ],
  ['L19 the long name of a credit type', { ...onlyMoc, creditType: 'Medical Knowledge (Part II)' }, 'ACCEPTED'],
  [
    'L20 more points than registered',
    { ...onlyMoc, totalBoardCredits: '10.25' },
    'REJECTED POINTS_EXCEED_REGISTRATION',
  ],
  ['L20 points that are no quarter', { ...onlyMoc, totalBoardCredits: '1.1' }, 'REJECTED ROW_BAD_VALUE'],
  ['L21 a line above the total', { ...onlyMoc, creditTypeCredits: '5.25' }, 'REJECTED CREDIT_LINE_EXCEEDS_TOTAL'],
  [
    'L21 overlapping lines',
    { ...onlyMoc, additionalCreditType1: 'Patient Safety', additionalCredits1: '5' },
    'ACCEPTED',
  ],
  [
    'L34 thirty days',
    { completionDate: '2026-05-31' },
    'ACCEPTED',
    { activities: [anActivity({ startsOn: '2026-05-01' })] },
  ],
  [
    'L34 thirty-one days',
    { completionDate: '2026-05-30' },
    'ACCEPTED REPORTED_LATE',
    { activities: [anActivity({ startsOn: '2026-05-01' })] },
  ],
  [
    'L36 ABS before March 2021',
    { ...onlyMoc, certifyingBoard: 'ABS', creditType: 'Accredited CME', completionDate: '2021-02-28' },
    'REJECTED BOARD_DATE_TOO_EARLY',
    { today: '2021-06-30', activities: [{ ...registeredWith('ABS', 40, ['ACC_CME']), startsOn: '2021-01-01' }] },
  ],
  [
    'I06 I12 a birthday that disagrees is not named to a stranger',
    {},
    'REJECTED LEARNER_NOT_FOUND',
    { match: { license: mismatched(dee, 'BIRTHDATE'), diplomate: null } },
  ],
  [
    'I06 it is named to a provider that knows the learner',
    {},
    'REJECTED BIRTHDATE_MISMATCH',
    { match: { license: mismatched(dee, 'BIRTHDATE'), diplomate: null }, known: [dee] },
  ],
  [
    'I08 a license of somebody else',
    { licenseIdOrNpi: 'MD1' },
    'REJECTED LICENSE_MISMATCH',
    { match: { license: mismatched(dee, 'LICENSE'), diplomate: null } },
  ],
  [
    'I11 license and board ID of two people',
    mocCells,
    'REJECTED IDENTITY_CONFLICT',
    { match: { license: matched(dee), diplomate: matched(fay) } },
  ],
  [
    'I15 a license that had ended',
    {},
    'ACCEPTED LICENSE_NOT_CURRENT',
    { match: { license: matched(dee, ['LICENSE_NOT_CURRENT']), diplomate: null } },
  ],
  [
    'a part that cannot be matched leaves the other standing',
    mocCells,
    'ACCEPTED BOARD_ID_MISMATCH',
    { match: { license: matched(dee), diplomate: unmatched('NOT_FOUND') } },
  ],
]

for (const [rule, changes, expected, world] of cases) {
  test(rule, () => expect(outcomes(judged([cells(changes)], world))).toEqual([expected]))
}

describe('an accepted row is a fact for the next', () => {
  const twoRows = (first: RowCells, second: RowCells, world?: World) => outcomes(judged([first, second], world))

  test('L25 the same credits again are a duplicate of the record that is there', () => {
    const [first, second] = judged([cells(), cells()])
    expect(second).toMatchObject({ outcome: 'DUPLICATE', completionId: first?.completionId, awarded: [] })
  })

  test('L22 the same points again are a duplicate', () => {
    expect(twoRows(cells(onlyMoc), cells(onlyMoc))).toEqual(['ACCEPTED', 'DUPLICATE DUPLICATE_COMPLETION'])
  })

  test('points that follow credits of the same day are added alone', () => {
    const [, second] = judged([cells(), cells(mocCells)])
    expect(second).toMatchObject({ outcome: 'ACCEPTED', awarded: [{ kind: 'MOC' }] })
  })

  describe('I-8 points that their board has rejected', () => {
    const refused = [cells(mocCells)]
    const said = (row: RowCells, world: World = {}) => judged([row], { refused, ...world })[0]

    test('are nothing new when a row says the same again', () => {
      expect(said(cells(onlyMoc))).toMatchObject({
        outcome: 'DUPLICATE',
        completionId: 'refused',
        awarded: [],
        issues: [{ code: 'BOARD_REJECTED', severity: 'WARNING', column: 'Certifying Board' }],
      })
    })

    test('do not keep credit from being added that is new', () => {
      expect(said(cells(mocCells))).toMatchObject({ outcome: 'ACCEPTED', awarded: [{ kind: 'CME' }] })
    })

    test.each<[what: string, changes: Parameters<typeof cells>[0]]>([
      ['the board id', { certifyingBoardId: '219877' }],
      ['the name', { lastName: 'Marchetti-Roy' }],
      ['the birthday', { dateOfBirth: '09/11' }],
      ['the points', { totalBoardCredits: '5.25' }],
      ['the credit type', { creditType: 'Patient Safety' }],
      ['the day', { completionDate: '2026-06-19' }],
    ])('are asked about again once %s has changed', (_, changes) => {
      expect(said(cells({ ...onlyMoc, ...changes }))).toMatchObject({ outcome: 'ACCEPTED', awarded: [{ kind: 'MOC' }] })
    })

    test('and wait again, are a duplicate of those that wait', () => {
      const again = { ...onlyMoc, certifyingBoardId: '219877' }
      const [, ...later] = outcomes(judged([cells(again), cells(again), cells(onlyMoc)], { refused }))
      expect(later).toEqual(['DUPLICATE DUPLICATE_COMPLETION', 'DUPLICATE DUPLICATE_COMPLETION'])
    })
  })

  test('L23 a journal may be claimed for ABP several times a day', () => {
    const world = { activities: [registeredWith('ABP', 40, ['LLSA'], 'JOURNAL')] }
    const row = (points: string) =>
      cells({
        ...onlyMoc,
        certifyingBoard: 'ABP',
        creditType: 'LLSA',
        totalBoardCredits: points,
        creditTypeCredits: points,
      })
    expect(twoRows(row('1'), row('0.5'), world)).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect(twoRows(row('1'), row('1'), world)).toEqual(['ACCEPTED', 'DUPLICATE DUPLICATE_COMPLETION'])
  })

  test('L24 ABA takes one record with and one without patient safety a day, together at most what is registered', () => {
    const world = { activities: [registeredWith('ABA', 24, ['LL', 'PS'])] }
    const row = (creditType: string, points: string) =>
      cells({ ...onlyMoc, certifyingBoard: 'ABA', creditType, totalBoardCredits: points, creditTypeCredits: points })
    expect(twoRows(row('LL', '4'), row('PS', '2'), world)).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect(twoRows(row('LL', '4'), row('PS', '2.25'), world)).toEqual([
      'ACCEPTED',
      'REJECTED POINTS_EXCEED_REGISTRATION',
    ])
  })

  test('L26 days of a series add up to at most its credits', () => {
    const world = { activities: [anActivity({ activityFormat: 'RSS', quarters: 8 })] }
    const day = (completionDate: string, cmeCredits: string) => cells({ completionDate, cmeCredits })
    expect(twoRows(day('2026-06-02', '1'), day('2026-06-09', '1'), world)).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect(twoRows(day('2026-06-02', '1'), day('2026-06-09', '1.25'), world)).toEqual([
      'ACCEPTED',
      'REJECTED CREDITS_EXCEED_ACTIVITY',
    ])
  })

  test('L27 days of any other activity add up to at most its credits', () => {
    const rows = [cells({ cmeCredits: '10' }), cells({ completionDate: '2026-06-21', cmeCredits: '0.25' })]
    expect(outcomes(judged(rows))).toEqual(['ACCEPTED', 'REJECTED CREDITS_EXCEED_ACTIVITY'])
  })

  test('L37 a deletion takes back what was added, once', () => {
    const rows = [cells(mocCells), cells({ recordAction: 'delete', cmeCredits: '' }), cells({ recordAction: 'Delete' })]
    const verdicts = judged(rows)
    expect(outcomes(verdicts)).toEqual(['ACCEPTED', 'ACCEPTED', 'REJECTED DELETE_NOT_FOUND'])
    expect(verdicts[1]?.voided).toHaveLength(2)
  })

  test('L37 a deletion that names a board takes back its points alone', () => {
    const [, deletion, again] = judged([
      cells(mocCells),
      cells({ recordAction: 'Delete', ...onlyMoc }),
      cells(mocCells),
    ])
    expect(deletion?.voided).toMatchObject([{ kind: 'MOC', boardCode: 'ABIM' }])
    expect(again?.awarded).toMatchObject([{ kind: 'MOC' }])
  })

  test('L37 a deletion that names a board and CME credit takes back both', () => {
    const [, deletion] = judged([cells(mocCells), cells({ recordAction: 'Delete', ...mocCells })])
    expect(deletion?.voided.map(({ kind }) => kind)).toEqual(['CME', 'MOC'])
  })

  test('L40 a bad row never blocks the next', () => {
    expect(twoRows(cells({ dateOfBirth: 'soon' }), cells())).toEqual(['REJECTED ROW_BAD_VALUE', 'ACCEPTED'])
  })
})

test('everything that is wrong with the cells of a row is said at once', () => {
  const row = cells({ recordAction: 'Change', dateOfBirth: '2/30', lastName: '', cmeCredits: 'ten' })
  expect(outcomes(judged([row]))).toEqual(['REJECTED ACTION_UNKNOWN ROW_MISSING_REQUIRED ROW_BAD_VALUE ROW_BAD_VALUE'])
})

test('a row says which column is wrong, and what to do about it', () => {
  const [verdict] = judged([cells({ cmeCredits: '10.25' })], {
    live: [
      {
        learnerId: dee,
        activityId: '200000001',
        completedOn: '2026-06-02',
        kind: 'CME',
        boardCode: '',
        distinction: '',
        quarters: 4,
        completionId: 'c',
        partId: 'p',
      },
    ],
  })
  expect(verdict?.issues).toEqual([
    {
      code: 'CREDITS_EXCEED_ACTIVITY',
      severity: 'ERROR',
      column: 'Number of CME Credits',
      message: 'With this row the learner would have 11.25 credits of an activity that awards at most 10.',
      fix: 'Report at most what is left: 9.',
    },
  ])
})

test.each([
  ['ABP', '2025-11-30', '2026-06-30', ['REPORTED_AFTER_BOARD_DAY', 'REPORTED_LATE']],
  ['ABP', '2025-11-30', '2025-12-01', []],
  ['ABP', '2025-11-30', '2025-12-02', ['REPORTED_AFTER_BOARD_DAY']],
  ['ABIM', '2025-11-30', '2025-12-02', []],
])('L35: %s points of %s reported on %s', (board, completionDate, today, expected) => {
  const registrations = [{ boardCode: board, quarters: 40, creditTypes: ['LLSA', 'MK'], creditClaimOn: null }]
  const activities = [anActivity({ startsOn: '2025-01-01', endsOn: '2025-12-31', registrations })]
  const row = cells({ ...onlyMoc, certifyingBoard: board, creditType: 'LLSA', completionDate })
  const [verdict] = judged([row], { activities, today })
  expect([verdict?.outcome, verdict?.issues.map(({ code }) => code)]).toEqual(['ACCEPTED', expected])
})
