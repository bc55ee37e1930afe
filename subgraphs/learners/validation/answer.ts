import type { RowCodeName } from '../../reference/row-codes.js'
import { rowIssue } from '../../reference/row-issue.js'
import type { Issue } from '../../shared/upload/issue.js'
import { ClaimField, type LearnerClaim, MatchDecision, type MatchWarning } from '../matching/match-types.js'
import type { HeardMatch, HeardPart } from './heard-match.js'
import { wrongNpi } from './read-identification.js'
import type { LearnerValidation, PartValidation } from './validation-types.js'

/** How a disagreeing field is named to the provider. */
const mismatches: Record<ClaimField, { code: RowCodeName; header: string }> = {
  FIRST_NAME: { code: 'NAME_MISMATCH', header: 'First Name' },
  LAST_NAME: { code: 'NAME_MISMATCH', header: 'Last Name' },
  MIDDLE_NAME: { code: 'NAME_MISMATCH', header: 'Middle Name' },
  SUFFIX: { code: 'NAME_MISMATCH', header: 'Suffix' },
  BIRTHDATE: { code: 'BIRTHDATE_MISMATCH', header: 'Date of Birth' },
  STATE: { code: 'LICENSE_MISMATCH', header: 'Licensing State' },
  LICENSE: { code: 'LICENSE_MISMATCH', header: 'Licensing ID or NPI' },
  NPI: { code: 'LICENSE_MISMATCH', header: 'Licensing ID or NPI' },
  BOARD_ID: { code: 'BOARD_ID_MISMATCH', header: 'Certifying Board ID' },
}

/** What a provider hears about a claim, in the words that a row of credit would get. Pure. */
export function answerOf(claim: LearnerClaim, { license, board, areTwo }: HeardMatch): LearnerValidation {
  const parts = {
    license: license ? byLicense(claim, license) : null,
    board: board ? byBoard(claim, board) : null,
  }
  const conflict = areTwo ? [rowIssue('IDENTITY_CONFLICT')] : []
  return { isValid: isValid({ license, board, areTwo }), issues: conflict, ...parts }
}

/** True when every part that was asked about has found somebody, and the same (I11). Pure. */
export const isValid = ({ license, board, areTwo }: HeardMatch): boolean =>
  !areTwo && [license, board].every((part) => !part || part.decision === MatchDecision.MATCHED)

/** The answer about a row whose cells cannot be understood. */
export const unreadable = (issues: Issue[]): LearnerValidation => ({
  isValid: false,
  issues,
  license: null,
  board: null,
})

function byLicense({ licenseOrNpi }: LearnerClaim, heard: HeardPart): PartValidation {
  const npi = heard.decision === MatchDecision.MATCHED ? undefined : wrongNpi(licenseOrNpi)
  return inWords(heard, 'Licensing ID or NPI', npi)
}

function byBoard({ boardCode, boardId }: LearnerClaim, heard: HeardPart): PartValidation {
  const isWrong = Boolean(boardId) && heard.decision !== MatchDecision.MATCHED
  const wrong = rowIssue('BOARD_ID_MISMATCH', 'Certifying Board ID', { board: boardCode ?? '' })
  return inWords(heard, 'Certifying Board ID', isWrong ? wrong : undefined)
}

function inWords(heard: HeardPart, identifier: string, known: Issue | undefined): PartValidation {
  const { decision, details } = heard
  const [askFor = null] = decision === MatchDecision.AMBIGUOUS ? (details as readonly ClaimField[]) : []
  return { decision, askFor, issues: known ? [known] : issuesOf(heard, identifier) }
}

function issuesOf({ decision, details }: HeardPart, identifier: string): Issue[] {
  switch (decision) {
    case MatchDecision.MATCHED:
      return details.map((code) => rowIssue(code as MatchWarning))
    case MatchDecision.AMBIGUOUS:
      return [rowIssue('LEARNER_AMBIGUOUS', identifier)]
    case MatchDecision.MISMATCH:
      return details.map((field) => {
        const { code, header } = mismatches[field as ClaimField]
        return rowIssue(code, header)
      })
    case MatchDecision.NOT_FOUND:
      return [rowIssue('LEARNER_NOT_FOUND')]
  }
}
