import type { ViewerClaims } from '../../../subgraphs/reference/viewer.js'
import { type DayNumber, dayNumber } from '../day.js'
import { adaProviderId } from '../provider/demo-providers.js'
import type { FixedPhysician } from './physician.js'

export const deeId = '0190a000-0000-7000-8000-000000000001'

/** The people of the demo, one of each role at least; the id of an account is the name by which a token is asked for. */
export const demoAccounts: readonly ViewerClaims[] = [
  { accountId: 'ada', displayName: 'Ada Reyes', role: 'PROVIDER_REPORTER', providerId: '0008273' },
  { accountId: 'bo', displayName: 'Bo Lindqvist', role: 'PROVIDER_REPORTER', providerId: '0004121' },
  { accountId: 'cy', displayName: 'Cy Okafor', role: 'LICENSING_BOARD', boardCode: 'ME-MD' },
  { accountId: 'cam', displayName: 'Cam Whitfield', role: 'CERTIFYING_BOARD', boardCode: 'ABIM' },
  { accountId: 'dee', displayName: 'Dee Marchetti', role: 'PHYSICIAN', learnerId: deeId },
  { accountId: 'pat', displayName: 'Pat Nguyen', role: 'PARTNER' },
  { accountId: 'op', displayName: 'Op Sorensen', role: 'OPERATOR' },
  // What changes whose credit is whose takes two operators.
  { accountId: 'ora', displayName: 'Ora Mbeki', role: 'OPERATOR' },
]

/** Dee, as the boards of Maine and New Hampshire and the ABIM know her. */
export function dee(today: DayNumber): FixedPhysician {
  return {
    learnerId: deeId,
    person: {
      givenName: 'Deirdre',
      middleName: 'Anne',
      familyName: 'Marchetti',
      formerNames: [],
      suffix: null,
      birthMonth: 9,
      birthDay: 10,
      npi: '1234567893',
    },
    career: {
      degree: 'MD',
      specialty: 'Internal Medicine',
      home: 'ME',
      licenses: [
        { state: 'ME', status: 'ACTIVE', from: dayNumber('2013-07-01'), to: today + 290, number: 'MD23456' },
        { state: 'NH', status: 'ACTIVE', from: dayNumber('2017-03-15'), to: today + 150, number: '18765' },
      ],
      certifications: [{ board: 'ABIM', isActive: true, boardId: '219876' }],
      appetite: 1,
    },
    completions: 25,
    isNewTo: adaProviderId,
  }
}
