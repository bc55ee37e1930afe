import { aClaim } from '../../testing/people.js'

/** A person on file. */
export const ada = {
  personId: '0190a000-0000-7000-8000-00000000000a',
  givenName: 'Ada',
  familyName: 'Marchetti',
  birthMonth: 9,
  birthDay: 10,
  licenses: [{ state: 'ME', number: 'MD23456' }],
}

/** A claim that is hers. */
export const ofAda = aClaim({ givenName: 'Ada', familyName: 'Marchetti', birthMonth: 9, birthDay: 10, state: 'ME' })
