import { ActivityFormat, DeliveryMethod } from '../../../reference/activity.js'
import type { JudgedActivity, JudgedRegistration } from './judged.js'
import { anActivity, aRegistration, said } from './testing.js'

const anOutline = { kind: 'TAG_ID', value: 'Airway' } as const
const aba = {
  boardCode: 'ABA',
  creditTypes: ['LL'],
  practiceAreas: ['Trauma'],
  contentOutline: [anOutline],
} satisfies Partial<JudgedRegistration>
const abp = { boardCode: 'ABP', creditTypes: ['LLSA'], practiceAreas: ['General Pediatrics'] }
const abpmr = { boardCode: 'ABPMR', creditTypes: ['SA'], practiceAreas: ['Pain Medicine'] }
const abs = { boardCode: 'ABS', creditTypes: ['SA'], practiceAreas: ['General Surgery'] }
const pi = { activityFormat: ActivityFormat.PI, deliveryMethods: [DeliveryMethod.ONLINE] }

type Case = [
  rule: string,
  what: string,
  registration: Partial<JudgedRegistration>,
  expected: string[],
  fields?: Partial<JudgedActivity>,
]

test.each<Case>([
  ['M01', 'a board that is none', { boardCode: 'ABX' }, ['M01 BOARD_UNKNOWN']],
  ['M01', 'a name that every object has', { boardCode: 'constructor' }, ['M01 BOARD_UNKNOWN']],
  ['M02', '0 points', { pointQuarters: 0 }, ['M02 POINTS_STEP']],
  ['M02', '0.25 points', { pointQuarters: 1 }, []],
  ['M02', '0.3 points', { pointQuarters: 1.2 }, ['M02 POINTS_STEP']],
  ['M03', 'no credit type', { creditTypes: [] }, ['M03 CREDIT_TYPE_MISSING']],
  ['M03', 'an ABIM type on ABP', { ...abp, creditTypes: ['MK'] }, ['M03 CREDIT_TYPE_NOT_OF_BOARD']],
  ['M04', 'no practice area', { practiceAreas: [] }, ['M04 PRACTICE_AREA_MISSING']],
  [
    'M04',
    'an area of another board',
    { practiceAreas: ['Child Abuse Pediatrics'] },
    ['M04 PRACTICE_AREA_NOT_OF_BOARD'],
  ],
  ['M05', 'ABA points equal to the credits', aba, []],
  ['M05', 'ABA points below the credits', { ...aba, pointQuarters: 39 }, ['M05 POINTS_NOT_CREDITS']],
  ['M05', 'ABA points above the credits', { ...aba, pointQuarters: 41 }, ['M05 POINTS_NOT_CREDITS']],
  ['M06', 'ABA without an outline', { ...aba, contentOutline: [] }, ['M06 OUTLINE_COUNT']],
  ['M06', 'two areas', { ...aba, contentOutline: [anOutline, anOutline] }, []],
  ['M06', 'three areas', { ...aba, contentOutline: [anOutline, anOutline, anOutline] }, ['M06 OUTLINE_COUNT']],
  [
    'M06',
    'an area without words',
    { ...aba, contentOutline: [{ kind: 'FREE_TEXT', value: '' }] },
    ['M06 OUTLINE_COUNT'],
  ],
  ['M06', 'an outline for a board that has none', { contentOutline: [anOutline] }, ['M06 OUTLINE_UNEXPECTED']],
  ['M07', 'points equal to the credits', {}, []],
  ['M07', 'points below the credits', { pointQuarters: 39 }, []],
  ['M07', 'points above the credits', { pointQuarters: 41 }, ['M07 POINTS_ABOVE_CREDITS']],
  ['M08', 'ABP points below the credits', { ...abp, pointQuarters: 39 }, ['M08 POINTS_BELOW_CREDITS']],
  ['M08', 'ABP points equal to the credits', abp, []],
  [
    'M09',
    'four undertakings',
    { attestations: ['COMPLIANCE', 'DATA_COLLECTION', 'DATA_USE', 'PUBLICATION'] },
    ['M09 ATTESTATION_MISSING'],
  ],
  ['M10', 'ABPMR from 1 January 2025', abpmr, [], { startsOn: '2025-01-01', endsOn: '2025-01-02' }],
  ['M10', 'ABPMR the day before', abpmr, ['M10 BOARD_TOO_EARLY'], { startsOn: '2024-12-31', endsOn: '2025-01-02' }],
  ['M11', 'ABS active on 1 March 2021', abs, [], { startsOn: '2021-02-01', endsOn: '2021-03-01' }],
  ['M11', 'ABS over the day before', abs, ['M11 BOARD_NOT_YET'], { startsOn: '2021-02-01', endsOn: '2021-02-28' }],
  ['M12', 'claims from the first day', { creditClaimOn: '2026-05-01' }, []],
  ['M12', 'claims before the first day', { creditClaimOn: '2026-04-30' }, ['M12 CLAIM_BEFORE_START']],
  ['M13', 'registered and not displayed', {}, ['M13 MOC_NOT_DISPLAYED'], { displayInPassport: false }],
  [
    'M14',
    'a board that no longer takes part',
    { boardCode: 'ABO', creditTypes: ['SA'], practiceAreas: ['General Ophthalmology'] },
    ['M14 BOARD_NOT_COLLABORATING'],
  ],
  ['3.7', 'practice assessment for what is taught', { creditTypes: ['PA'] }, ['– CREDIT_TYPE_UNLIKELY']],
  ['3.7', 'practice assessment for improvement', { creditTypes: ['PA'] }, [], pi],
])('%s: %s', (_, __, registration, expected, ...[fields]) =>
  expect(said({ ...fields, registrations: [aRegistration(registration)] })).toEqual(expected),
)

test('M01: a board once', () => {
  expect(said({ registrations: [aRegistration(), aRegistration()] })).toEqual(['M01 BOARD_TWICE'])
})

test('M15: a board that has accepted points stays, others go', () => {
  const before = anActivity({ registrations: [aRegistration(), aRegistration(aba)] })
  const acceptedPoints = new Map([['ABIM', 2]])
  const without = (...left: JudgedRegistration[]) => said({ registrations: left }, { before, acceptedPoints })
  expect(without(aRegistration(aba))).toEqual(['M15 HAS_ACCEPTED_POINTS'])
  expect(without(aRegistration())).toEqual([])
})
