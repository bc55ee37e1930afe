import { ActivityFormat, ActivityStatus, DeliveryMethod, Providership } from '../../../reference/activity.js'
import { activityCodes } from '../../../reference/activity-codes.js'
import { mipsCriteria } from '../../../reference/attestations.js'
import { AccreditationType } from '../../organization/provider-organization.js'
import { isError, issue } from './issue.js'
import { judgeActivity, refuses } from './judge-activity.js'
import { type JudgedActivity, noCircumstances } from './judged.js'
import { missingFor } from './missing.js'
import { anActivity, results, said, today } from './testing.js'

const { COURSE, RSS, ENDURING, JOURNAL, OTHER } = ActivityFormat
const { IN_PERSON, LIVE_STREAMED, ONLINE } = DeliveryMethod
const { DRAFT, ACTIVE, CLOSED } = ActivityStatus
const atHome = { deliveryMethods: [ONLINE], city: null, state: null, country: null }
const asCode = <T>(value: string) => value as T

type Case = [rule: string, what: string, fields: Partial<JudgedActivity>, expected: string[]]

const cases: Case[] = [
  ['A07', 'a blank title', { title: '' }, ['A07 FIELD_MISSING', 'A07 TITLE_MISSING']],
  ['A07', '250 characters', { title: 'x'.repeat(250) }, []],
  ['A07', '251 characters', { title: 'x'.repeat(251) }, ['A07 TITLE_TOO_LONG']],
  ['A08', '2,500 characters', { description: 'x'.repeat(2_500) }, []],
  ['A08', '2,501 characters', { description: 'x'.repeat(2_501) }, ['A08 DESCRIPTION_TOO_LONG']],
  ['A03', 'an own id of 50 characters', { providerActivityId: 'x'.repeat(50) }, []],
  ['A03', 'an own id of 51 characters', { providerActivityId: 'x'.repeat(51) }, ['– TEXT_TOO_LONG']],
  ['A09', 'no format', { activityFormat: null }, ['A39 FIELD_MISSING']],
  ['3.2', 'a course online', { ...atHome }, ['– DELIVERY_NOT_OF_FORMAT']],
  ['3.2', 'a blended activity in any way', { activityFormat: OTHER, ...atHome }, []],
  ['A10', 'one day', { endsOn: '2026-05-01' }, []],
  ['A10', 'the last day first', { endsOn: '2026-04-30' }, ['A10 DAYS_REVERSED']],
  ['A11', 'three years', { activityFormat: ENDURING, ...atHome, endsOn: '2029-05-01' }, []],
  [
    'A11',
    'three years and a day',
    { activityFormat: ENDURING, ...atHome, endsOn: '2029-05-02' },
    ['A11 ENDURING_TOO_LONG'],
  ],
  [
    'A11',
    'from 29 February',
    { activityFormat: ENDURING, ...atHome, startsOn: '2024-02-29', endsOn: '2027-02-28' },
    [],
  ],
  ['A12', '12 months', { endsOn: '2027-05-01' }, []],
  ['A12', '12 months and a day', { endsOn: '2027-05-02' }, ['A12 PERIOD_TOO_LONG']],
  [
    'A12',
    'a journal of two years',
    { activityFormat: JOURNAL, ...atHome, endsOn: '2028-05-01' },
    ['A12 PERIOD_TOO_LONG'],
  ],
  ['A15', 'a course in a room without a city', { city: null }, ['A15 FIELD_MISSING']],
  ['A15', 'a series in a room without a country', { activityFormat: RSS, country: null }, ['A15 FIELD_MISSING']],
  [
    'A15',
    'a streamed course has no place',
    { deliveryMethods: [LIVE_STREAMED], city: null, state: null, country: null },
    [],
  ],
  [
    'A15',
    'a course in a room and streamed',
    { deliveryMethods: [IN_PERSON, LIVE_STREAMED], city: null },
    ['A15 FIELD_MISSING'],
  ],
  ['A16', 'no state in the USA', { state: null }, ['A16 FIELD_MISSING']],
  ['A16', 'a state that is none', { state: 'ZZ' }, ['A16 STATE_UNKNOWN']],
  ['A16', 'any province elsewhere', { country: 'CAN', state: 'Ontario' }, []],
  ['A16', 'no province elsewhere', { country: 'CAN', state: null }, []],
  ['A17', 'two letters', { country: 'US' }, ['A17 COUNTRY_UNKNOWN']],
  ['A17', 'Aruba', { country: 'ABW', state: null }, []],
  ['A18', 'no providership', { providership: null }, ['A39 FIELD_MISSING']],
  ['A19', 'joint with nobody', { providership: Providership.JOINT }, ['A19 FIELD_MISSING']],
  ['A19', 'joint with somebody', { providership: Providership.JOINT, jointProviders: ['Rural Network'] }, []],
  ['A20', 'no credit', { creditQuarters: null }, ['A20 FIELD_MISSING']],
  ['A20', '0', { creditQuarters: 0 }, ['A20 CREDIT_STEP']],
  ['A20', '0.1', { creditQuarters: 0.4 }, ['A20 CREDIT_STEP']],
  ['A20', '0.3', { creditQuarters: 1.2 }, ['A20 CREDIT_STEP']],
  ['A20', '0.25', { creditQuarters: 1 }, []],
  ['A20', '1.75', { creditQuarters: 7 }, []],
  ['A20', 'less than nothing', { creditQuarters: -4 }, ['A20 CREDIT_STEP']],
  [
    'A21',
    'nursing credit of an ACCME-accredited provider',
    { otherCredits: [{ category: 'NURSING', quarters: 4 }] },
    ['A21 CREDIT_CATEGORY_NOT_YOURS'],
  ],
  ['A22', 'no learners', { physicianLearners: 0, otherLearners: 0 }, []],
  ['A22', 'fewer than none', { physicianLearners: -1 }, ['A22 COUNT_NEGATIVE']],
  ['A22', 'half a learner', { otherLearners: 1.5 }, ['A22 COUNT_NEGATIVE']],
  ['A22', 'more than can be', { otherLearners: 2 ** 31 }, ['A22 COUNT_NEGATIVE']],
  ['A23', 'support from nobody', { commercialSupportReceived: true }, ['A23 SUPPORTER_MISSING']],
  ['A23', 'support in kind', { commercialSupportReceived: true, inKindSupporters: ['Pfizer'] }, []],
  [
    'A23',
    'support of 0',
    { commercialSupportReceived: true, commercialSupport: [{ source: 'Pfizer', amount: 0, currency: 'USD' }] },
    [],
  ],
  [
    'A23',
    'support of 1.50',
    { commercialSupportReceived: true, commercialSupport: [{ source: 'Pfizer', amount: 1.5, currency: 'USD' }] },
    ['A23 SUPPORT_AMOUNT'],
  ],
  [
    'A24',
    'no support, and a supporter',
    { commercialSupportReceived: false, inKindSupporters: ['Pfizer'] },
    ['A24 SUPPORTER_UNEXPECTED'],
  ],
  [
    'A25',
    'euros',
    { commercialSupportReceived: true, commercialSupport: [{ source: 'Pfizer', amount: 5, currency: 'EUR' }] },
    ['A25 CURRENCY_UNUSUAL'],
  ],
  [
    'A25',
    'no currency at all',
    { commercialSupportReceived: true, commercialSupport: [{ source: 'Pfizer', amount: 5, currency: '$' }] },
    ['A25 CURRENCY_UNKNOWN'],
  ],
  [
    'A26',
    'an unknown supporter',
    { commercialSupportReceived: true, inKindSupporters: ['Acme Hearing'] },
    ['A26 SUPPORTER_NOT_LISTED'],
  ],
  ['A27', 'displayed without an address', { url: null }, ['A27 FIELD_MISSING']],
  [
    'A27',
    'displayed without fee and registration',
    { fee: null, registration: null },
    ['A27 FIELD_MISSING', 'A27 FIELD_MISSING'],
  ],
  ['A27', 'an address of mail', { url: 'mailto:cme@northernlight.org' }, ['A27 URL_INVALID']],
  ['A27', 'an address without a scheme', { url: 'northernlight.org' }, ['A27 URL_INVALID']],
  ['A27', 'a script', { url: 'javascript:alert(1)' }, ['A27 URL_INVALID']],
  [
    'A27',
    'not displayed, none of it',
    { displayInPassport: false, url: null, fee: null, registration: null, description: null },
    [],
  ],
  ['A28', 'displayed without a description', { description: null }, ['A28 FIELD_MISSING']],
  ['A29', 'a placeholder', { url: 'https://www.example.com/cme' }, ['A29 URL_PLACEHOLDER']],
  ['A29', 'our own machine', { url: 'http://localhost/cme' }, ['A29 URL_PLACEHOLDER']],
  ['A29', 'a name that only contains the word', { url: 'https://examples.org' }, []],
  ['A31', 'a type alone', { rems: { type: 'OPIOID_ANALGESIC' } }, ['A31 REMS_INCOMPLETE']],
  ['A31', 'an identifier alone', { rems: { identifier: 'EG-123456-001' } }, ['A31 REMS_INCOMPLETE']],
  ['A32', 'both as issued', { rems: { type: 'OPIOID_ANALGESIC', identifier: 'EG-123456-001' } }, []],
  [
    'A32',
    'an unusual identifier',
    { rems: { type: 'MYCOPHENOLATE', identifier: 'EG-12345-001' } },
    ['A32 REMS_IDENTIFIER_UNUSUAL'],
  ],
  [
    'A33',
    'four criteria',
    { isMips: true, mipsCriteria: ['GAP', 'AIMS', 'INTERVENTIONS', 'DATA'] },
    ['A33 MIPS_NOT_ATTESTED'],
  ],
  ['A33', 'all five', { isMips: true, mipsCriteria: Object.keys(mipsCriteria).map(asCode<'GAP'>) }, []],
  [
    'A34',
    'an outcome that is not measured',
    { measuredOutcomes: [{ outcome: 'PATIENT_HEALTH', types: [] }] },
    ['A34 OUTCOME_TYPE_MISSING'],
  ],
  [
    'A34',
    'an outcome named twice',
    { measuredOutcomes: [...results.measuredOutcomes, ...results.measuredOutcomes] },
    ['– LISTED_TWICE'],
  ],
  ['A36', 'content without a tag', { hasStateContentTags: true }, ['A36 STATE_TAG_MISSING']],
  [
    'A36',
    'half a tag',
    { hasStateContentTags: true, stateContentTags: [{ domain: 'Opioids', topic: '' }] },
    ['A36 STATE_TAG_INCOMPLETE'],
  ],
  ['A36', 'a tag', { hasStateContentTags: true, stateContentTags: [{ domain: 'Opioids', topic: 'Tapering' }] }, []],
  ['A37', 'data for pharmacists without pharmacy credit', { pharmacy: { topic: '01' } }, ['A37 PHARMACY_UNEXPECTED']],
  [
    'A44',
    '3.75 credits over half a year',
    { activityFormat: RSS, startsOn: '2026-01-01', endsOn: '2026-06-30', creditQuarters: 15 },
    ['A44 SERIES_LOW_CREDIT'],
  ],
  [
    'A44',
    '4 credits over half a year',
    { activityFormat: RSS, startsOn: '2026-01-01', endsOn: '2026-06-30', creditQuarters: 16 },
    [],
  ],
  [
    'A44',
    '3.75 credits over a day less',
    { activityFormat: RSS, startsOn: '2026-01-01', endsOn: '2026-06-29', creditQuarters: 15 },
    [],
  ],
  [
    'A45',
    'closed without learners',
    { status: CLOSED, ...results, physicianLearners: 0, otherLearners: 0 },
    ['A45 NO_LEARNERS'],
  ],
  ['A45', 'closed with one', { status: CLOSED, ...results, physicianLearners: 0, otherLearners: 1 }, []],
  [
    'A45',
    'enduring material that nobody took',
    { activityFormat: ENDURING, ...atHome, status: CLOSED, ...results, physicianLearners: 0, otherLearners: 0 },
    [],
  ],
  ['R04', 'counted tomorrow', { countedOn: '2026-06-16' }, ['R04 COUNT_IN_FUTURE']],
  ['R04', 'counted today', { countedOn: today }, []],
  ['3.7', 'a specialty of no board', { specialties: ['Phrenology'] }, ['– SPECIALTY_UNKNOWN']],
  [
    'limits',
    '51 partners',
    { providership: Providership.JOINT, jointProviders: Array.from({ length: 51 }, (_, i) => `P${i}`) },
    ['– LIST_TOO_LONG'],
  ],
  [
    'limits',
    'a partner with a name of 201 characters',
    { providership: Providership.JOINT, jointProviders: ['x'.repeat(201)] },
    ['– TEXT_TOO_LONG'],
  ],
  ['limits', 'text that no database holds', { city: 'Port\0land' }, ['– TEXT_UNREADABLE']],
]

test('nothing is said of an activity that is in order', () => expect(said({})).toEqual([]))

test.each(cases)('%s: %s', (_, __, fields, expected) => expect(said(fields)).toEqual(expected))

describe('jointly accredited', () => {
  const joint = {
    accreditationType: AccreditationType.JOINT,
    isInterprofessional: true,
    targetProfessions: ['PHYSICIAN', 'NURSE'],
  } satisfies Partial<JudgedActivity>
  const pharmacy = { otherCredits: [{ category: 'PHARMACY', quarters: 4 }] } satisfies Partial<JudgedActivity>

  test.each<Case>([
    [
      'A20',
      'other credit instead of ours',
      { creditQuarters: null, otherCredits: [{ category: 'IPCE', quarters: 4 }] },
      [],
    ],
    ['A20', '0.3 of another credit', { otherCredits: [{ category: 'IPCE', quarters: 1.2 }] }, ['A20 CREDIT_STEP']],
    [
      'A20',
      'one category twice',
      {
        otherCredits: [
          { category: 'IPCE', quarters: 4 },
          { category: 'IPCE', quarters: 8 },
        ],
      },
      ['– LISTED_TWICE'],
    ],
    ['A21', 'nursing credit', { otherCredits: [{ category: 'NURSING', quarters: 4 }] }, []],
    [
      'A22',
      'a profession counted twice',
      {
        learnersByProfession: [
          { profession: 'NURSE', count: 1 },
          { profession: 'NURSE', count: 2 },
        ],
      },
      ['– LISTED_TWICE'],
    ],
    ['A37', 'pharmacy credit without its data', pharmacy, ['A39 FIELD_MISSING']],
    ['A37', 'a topic that is none', { ...pharmacy, pharmacy: { topic: '09' } }, ['A37 PHARMACY_TOPIC']],
    ['A38', 'number 1', { ...pharmacy, pharmacy: { sequenceNumber: 1 } }, []],
    ['A38', 'number 9999', { ...pharmacy, pharmacy: { sequenceNumber: 9_999 } }, []],
    ['A38', 'number 0', { ...pharmacy, pharmacy: { sequenceNumber: 0 } }, ['A38 SEQUENCE_NUMBER']],
    ['A38', 'number 10000', { ...pharmacy, pharmacy: { sequenceNumber: 10_000 } }, ['A38 SEQUENCE_NUMBER']],
    ['A39', 'no professions', { targetProfessions: [] }, ['A39 FIELD_MISSING']],
    ['A40', 'closed without counts by profession', { ...results, status: CLOSED }, ['A40 FIELD_MISSING']],
  ])('%s: %s', (_, __, fields, expected) => expect(said({ ...joint, ...fields })).toEqual(expected))
})

describe('what an activity was', () => {
  const before = anActivity()
  const enduring = { activityFormat: ENDURING, ...atHome, endsOn: '2028-05-01' }

  test.each<[string, string, Partial<JudgedActivity>, Partial<JudgedActivity>, string[]]>([
    ['A47', 'a field that an active activity needs is made blank', {}, { endsOn: null }, ['A47 FIELD_NEEDED']],
    [
      'A15',
      'a change makes a field needed that was blank',
      { ...atHome, deliveryMethods: [LIVE_STREAMED] },
      { city: null, country: null, state: null },
      ['A15 FIELD_NEEDED', 'A15 FIELD_NEEDED'],
    ],
    [
      'A39',
      'a draft becomes active without credit',
      { status: DRAFT },
      { creditQuarters: null },
      ['A20 FIELD_MISSING'],
    ],
    ['A40', 'an active activity is closed without results', {}, { status: CLOSED }, Array(4).fill('A40 FIELD_MISSING')],
    [
      'A41',
      'closed before its last day',
      { ...results },
      { ...results, status: CLOSED, endsOn: '2026-06-16' },
      ['A41 CLOSED_EARLY'],
    ],
    ['A41', 'closed on its last day', { ...results }, { ...results, status: CLOSED, endsOn: today }, []],
    [
      'R04',
      'cumulative counts fall',
      { ...enduring, physicianLearners: 10 },
      { ...enduring, physicianLearners: 9 },
      ['R04 COUNT_FELL'],
    ],
    ['R04', 'cumulative counts stay', { ...enduring, otherLearners: 10 }, { ...enduring, otherLearners: 10 }, []],
    ['R04', 'counts of a course are corrected', { physicianLearners: 10 }, { physicianLearners: 9 }, []],
  ])('%s: %s', (_, __, was, is, expected) => expect(said(is, { before: anActivity(was) })).toEqual(expected))

  test.each<[string, string, Partial<JudgedActivity>, number, string[]]>([
    ['A43', 'another format with accepted credit', { activityFormat: OTHER }, 1, ['A43 FIXED_BY_COMPLETIONS']],
    ['A43', 'another first day with accepted credit', { startsOn: '2026-04-30' }, 1, ['A43 FIXED_BY_COMPLETIONS']],
    ['A43', 'another first day without credit', { startsOn: '2026-04-30' }, 0, []],
    ['A43', 'another last day with accepted credit', { endsOn: '2026-05-03' }, 1, []],
    ['A43', 'back to a draft with accepted credit', { status: DRAFT }, 1, ['A43 FIXED_BY_COMPLETIONS']],
  ])('%s: %s', (_, __, fields, accepted, expected) => expect(said(fields, { before, accepted })).toEqual(expected))

  test('A03: an own id that another activity has', () => {
    const taken = { ownIdTakenBy: '200000009' }
    expect(said({ providerActivityId: 'GR-1' }, taken)).toEqual(['A03 PROVIDER_ACTIVITY_ID_TAKEN'])
  })

  test('A46: another activity with the same title and days', () => {
    expect(said({}, { twin: '200000009' })).toEqual(['A46 LIKELY_DUPLICATE'])
  })
})

describe('what is said in words', () => {
  test('A39, A40: what a draft lacks for each status', () => {
    const draft = anActivity({ status: DRAFT, startsOn: null, displayInPassport: null, url: null })
    expect(missingFor('ACTIVE', draft).map(({ message, rule }) => `${rule}: ${message}`)).toEqual([
      'A39: First day is missing.',
      'A39: Display in CME Passport is missing.',
    ])
    expect(missingFor('CLOSED', draft)).toHaveLength(6)
    expect(judgeActivity(draft, noCircumstances(today))).toEqual([])
  })

  test('errors come first', () => {
    const issues = judgeActivity(anActivity({ url: 'http://localhost', country: 'US' }), noCircumstances(today))
    expect(issues.map(isError)).toEqual([true, false])
  })

  test('a sentence has no open blanks and shows no more than a line of what was typed', () => {
    expect(issue('COUNTRY_UNKNOWN', 'country', { value: 'x'.repeat(300) }).message.length).toBeLessThan(160)
    for (const code of Object.keys(activityCodes)) expect(issue(code as 'CLOSED', null).message).not.toContain('{')
  })

  test.each([
    ['DAYS_REVERSED', DRAFT, true, false],
    ['DAYS_REVERSED', DRAFT, false, true],
    ['DAYS_REVERSED', ACTIVE, true, true],
    ['TITLE_TOO_LONG', DRAFT, true, true],
    ['FIXED_BY_COMPLETIONS', DRAFT, true, true],
    ['URL_PLACEHOLDER', ACTIVE, false, false],
  ] as const)('%s of a %s, lenient %s: refused %s', (code, status, isLenient, expected) => {
    expect(refuses([issue(code, null)], status, isLenient)).toBe(expected)
  })
})

test('A44 says nothing of a course', () => {
  expect(said({ activityFormat: COURSE, endsOn: '2027-01-01', creditQuarters: 1 })).toEqual([])
})
