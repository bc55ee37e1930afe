import type { RowCodeName } from '../../reference/row-codes.js'
import { rowIssue } from '../../reference/row-issue.js'
import type { Issue } from '../../shared/upload/issue.js'
import {
  ClaimField,
  type LearnerClaim,
  type LearnerMatch,
  MatchDecision,
  type PartMatch,
} from '../matching/match-types.js'
import { wrongNpi } from './read-identification.js'
import { sayable } from './sayable.js'
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

/** The answer to a claim in the words that a row of credit would get. Pure. */
export function answerOf(claim: LearnerClaim, { license, diplomate }: LearnerMatch): LearnerValidation {
  const parts = {
    license: license ? byLicense(claim, license) : null,
    board: diplomate ? byBoard(claim, diplomate) : null,
  }
  const conflict = areTwo(license, diplomate) ? [rowIssue('IDENTITY_CONFLICT')] : []
  const isValid =
    !conflict.length && [parts.license, parts.board].every((part) => !part || part.decision === MatchDecision.MATCHED)
  return { isValid, issues: conflict, ...parts }
}

/** The answer about a row whose cells cannot be understood. */
export const unreadable = (issues: Issue[]): LearnerValidation => ({
  isValid: false,
  issues,
  license: null,
  board: null,
})

/** Both parts have found somebody, and not the same person (I11). */
const areTwo = (license?: PartMatch | null, diplomate?: PartMatch | null) =>
  license?.decision === MatchDecision.MATCHED &&
  diplomate?.decision === MatchDecision.MATCHED &&
  license.learnerId !== diplomate.learnerId

function byLicense({ licenseOrNpi }: LearnerClaim, match: PartMatch): PartValidation {
  const npi = match.decision === MatchDecision.MATCHED ? undefined : wrongNpi(licenseOrNpi)
  return partOf(match, 'Licensing ID or NPI', npi)
}

function byBoard({ boardCode, boardId }: LearnerClaim, match: PartMatch): PartValidation {
  const isWrong = Boolean(boardId) && match.decision !== MatchDecision.MATCHED
  const wrong = rowIssue('BOARD_ID_MISMATCH', 'Certifying Board ID', { board: boardCode ?? '' })
  return partOf(match, 'Certifying Board ID', isWrong ? wrong : undefined)
}

/** What is said of a match; of one that must not be told apart from nobody, the same as of nobody. */
function partOf(match: PartMatch, identifier: string, known: Issue | undefined): PartValidation {
  const said = sayable(match)
  const mismatch = match.decision === MatchDecision.MISMATCH
  const decision = mismatch && !said.length ? MatchDecision.NOT_FOUND : match.decision
  const issues = known ? [known] : issuesOf(decision, match, said, identifier)
  return { decision, askFor: decision === MatchDecision.AMBIGUOUS ? match.askFor : null, issues }
}

function issuesOf(
  decision: MatchDecision,
  { warnings }: PartMatch,
  said: readonly ClaimField[],
  identifier: string,
): Issue[] {
  switch (decision) {
    case MatchDecision.MATCHED:
      return warnings.map((code) => rowIssue(code))
    case MatchDecision.AMBIGUOUS:
      return [rowIssue('LEARNER_AMBIGUOUS', identifier)]
    case MatchDecision.MISMATCH:
      return said.map((field) => rowIssue(mismatches[field].code, mismatches[field].header))
    case MatchDecision.NOT_FOUND:
      return [rowIssue('LEARNER_NOT_FOUND')]
  }
}
