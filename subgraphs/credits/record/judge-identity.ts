import { isNpi } from '../../reference/npi.js'
import type { RowCodeName } from '../../reference/row-codes.js'
import type { Issue } from '../../shared/upload/issue.js'
import type { ColumnKey } from '../batch/columns.js'
import type { ClaimField, PartMatch } from '../owners/owners.js'
import type { Facts } from './facts.js'
import { issue } from './issue.js'
import { boardParts, type MocClaim, type Submission } from './submission.js'

interface Identity {
  issues: Issue[]
  learnerId?: string
}

/** How a disagreeing field is named to the provider. */
const mismatchIssue: Record<Exclude<ClaimField, 'BOARD_ID'>, { code: RowCodeName; column: ColumnKey }> = {
  FIRST_NAME: { code: 'NAME_MISMATCH', column: 'firstName' },
  MIDDLE_NAME: { code: 'NAME_MISMATCH', column: 'firstName' },
  LAST_NAME: { code: 'NAME_MISMATCH', column: 'lastName' },
  SUFFIX: { code: 'NAME_MISMATCH', column: 'lastName' },
  BIRTHDATE: { code: 'BIRTHDATE_MISMATCH', column: 'dateOfBirth' },
  STATE: { code: 'LICENSE_MISMATCH', column: 'licensingState' },
  LICENSE: { code: 'LICENSE_MISMATCH', column: 'licenseIdOrNpi' },
  NPI: { code: 'LICENSE_MISMATCH', column: 'licenseIdOrNpi' },
}

/** Who the CME part is about, by license. */
export function identifyByLicense(row: Submission, facts: Facts): Identity {
  const match = facts.matches.get(row.rowNumber)?.license
  if (!match) return { issues: [issue('LEARNER_NOT_FOUND')] }
  const hasWrongNpi = match.decision === 'MATCHED' && match.disagreeing.includes('NPI')
  if (match.decision === 'MATCHED' && match.learnerId && !hasWrongNpi) return matched(match, match.learnerId)
  if (row.licenseOrNpi && (hasWrongNpi || isWrongNpi(row.licenseOrNpi))) {
    return { issues: [issue('NPI_INVALID', 'licenseIdOrNpi', { value: row.licenseOrNpi })] }
  }
  if (match.decision === 'AMBIGUOUS') return { issues: [issue('LEARNER_AMBIGUOUS', 'licenseIdOrNpi')] }
  return { issues: match.decision === 'MISMATCH' ? named(match, facts) : [issue('LEARNER_NOT_FOUND')] }
}

/** Ten digits can only be meant as an NPI where no license number fits (L15, L16), whoever is meant. */
function isWrongNpi(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '')
  return /^\d{10}$/.test(digits) && !isNpi(digits)
}

/** Who the MOC part is about, by the board’s own rule. */
export function identifyByBoard(row: Submission, claim: MocClaim, facts: Facts): Identity {
  const { diplomate, further = [] } = facts.matches.get(row.rowNumber) ?? {}
  const match = [diplomate, ...further][boardParts(row).findIndex(({ moc }) => moc === claim)]
  if (match?.decision === 'MATCHED' && match.learnerId) return matched(match, match.learnerId)
  if (!claim.boardId) {
    const code = match?.decision === 'AMBIGUOUS' ? 'LEARNER_AMBIGUOUS' : 'LEARNER_NOT_FOUND'
    return { issues: [issue(code, 'certifyingBoardId')] }
  }
  return { issues: [issue('BOARD_ID_MISMATCH', 'certifyingBoardId', { board: claim.board })] }
}

const matched = (match: PartMatch, learnerId: string): Identity => ({
  learnerId,
  issues: match.warnings.map((code) => issue(code)),
})

/**
 * Names the fields that disagree only where that gives nothing away: names and birthday agree, so that a match without
 * the number would have said as much, or the provider already has an accepted record of that physician.
 */
function named({ disagreeing, learnerId }: PartMatch, facts: Facts): Issue[] {
  const onlyTheNumber = disagreeing.every((field) => field === 'LICENSE' || field === 'NPI')
  const known = learnerId !== null && facts.knownLearners.has(learnerId)
  if (!disagreeing.length || !(onlyTheNumber || known)) return [issue('LEARNER_NOT_FOUND')]
  return disagreeing.flatMap((field) => {
    if (field === 'BOARD_ID') return []
    const { code, column } = mismatchIssue[field]
    return [issue(code, column)]
  })
}
