import type { CertifyingBoardCode } from '../../../reference/certifying-boards.js'

/** What has to agree, whatever the probability: one of several combinations. */
export type Requirement = readonly (readonly ('FIRST_NAME' | 'LAST_NAME' | 'BIRTHDATE')[])[]

const whole: Requirement = [['FIRST_NAME', 'LAST_NAME', 'BIRTHDATE']]
const twoOfThree: Requirement = [
  ['FIRST_NAME', 'LAST_NAME'],
  ['FIRST_NAME', 'BIRTHDATE'],
  ['LAST_NAME', 'BIRTHDATE'],
]

/** What has to agree beside an identifier, and what without one. */
export interface Requirements {
  withIdentifier: Requirement
  /** Beside an e-mail address, where it is worth more than nothing. */
  withEmail?: Requirement
  /** Undefined where an identifier is indispensable. */
  without: Requirement | undefined
  /** True where somebody who is licensed in the state that was given is not known by a number of another state (I08). */
  licenseOfState?: boolean
  /** True where an identifier with what has to agree beside it is enough, however common the rest is. */
  identifierDecides?: boolean
}

/** The rule of the model itself. */
export const usualRequirements: Requirements = { withIdentifier: twoOfThree, withEmail: twoOfThree, without: whole }

/** The rule for credit by license. */
export const licenseRequirements: Requirements = { ...usualRequirements, licenseOfState: true }

const ownBoardRules: Partial<Record<CertifyingBoardCode, Requirements>> = {
  ABP: {
    withIdentifier: [['FIRST_NAME', 'LAST_NAME'], ['BIRTHDATE']],
    without: undefined,
    identifierDecides: true,
  },
  ABS: { withIdentifier: [['LAST_NAME'], ['BIRTHDATE']], without: whole, identifierDecides: true },
}
const otherBoards: Requirements = {
  withIdentifier: [['LAST_NAME', 'BIRTHDATE']],
  without: undefined,
  identifierDecides: true,
}

/** The rule of a certifying board for its own diplomates. */
export const boardRequirements = (board: CertifyingBoardCode): Requirements => ownBoardRules[board] ?? otherBoards
