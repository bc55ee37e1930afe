import { type CertifyingBoardCode, certifyingBoards } from '../../reference/certifying-boards.js'
import { ClaimField } from './match-types.js'

const { FIRST_NAME, LAST_NAME, BIRTHDATE } = ClaimField

/** The fields that are compared with the file; the others are looked up in it. */
export const comparedFields = [FIRST_NAME, LAST_NAME, BIRTHDATE] as const
export type ComparedField = (typeof comparedFields)[number]

/** Fields that have to agree, in one of several combinations. */
export type Rule = readonly (readonly ComparedField[])[]

/** What has to agree when no identifier is given (C3). */
export const byNames: Rule = [[FIRST_NAME, LAST_NAME, BIRTHDATE]]

/** What has to agree beside an NPI (C1). */
export const besideNpi: Rule = [[LAST_NAME, BIRTHDATE]]

/** What has to agree beside a license number of the state (C2). */
export const besideLicense: Rule = [
  [FIRST_NAME, LAST_NAME],
  [FIRST_NAME, BIRTHDATE],
  [LAST_NAME, BIRTHDATE],
]

/** What has to agree beside the id of a certifying board, where its rule is its own. */
const ownBoardRules: Partial<Record<CertifyingBoardCode, Rule>> = {
  ABP: [[FIRST_NAME, LAST_NAME], [BIRTHDATE]],
  ABS: [[LAST_NAME], [BIRTHDATE]],
}

/** What has to agree beside the id of this certifying board. */
export const besideBoardId = (board: CertifyingBoardCode): Rule => ownBoardRules[board] ?? [[LAST_NAME, BIRTHDATE]]

/** True where names and birthday do without the board’s id (I10). */
export const matchesWithoutId = (board: CertifyingBoardCode) => !certifyingBoards[board].boardIdRequired
