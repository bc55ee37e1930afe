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
  /** Undefined where an identifier is indispensable. */
  without: Requirement | undefined
}

/** The rule for licenses, and for claims that name no board. */
export const licenseRequirements: Requirements = { withIdentifier: twoOfThree, without: whole }

const ownBoardRules: Partial<Record<CertifyingBoardCode, Requirements>> = {
  ABP: { withIdentifier: [['FIRST_NAME', 'LAST_NAME'], ['BIRTHDATE']], without: undefined },
  ABS: { withIdentifier: [['LAST_NAME'], ['BIRTHDATE']], without: whole },
}
const otherBoards: Requirements = { withIdentifier: [['LAST_NAME', 'BIRTHDATE']], without: undefined }

/** The rule of a certifying board for its own diplomates. */
export const boardRequirements = (board: CertifyingBoardCode): Requirements => ownBoardRules[board] ?? otherBoards
