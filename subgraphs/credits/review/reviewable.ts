import type { RowCodeName } from '../../reference/row-codes.js'
import { type Issue, IssueSeverity } from '../../shared/upload/issue.js'

/**
 * What is said of a row where only the learner’s identity is in doubt. Whatever matching thinks of it, each of these may be
 * asked about, so that being taken into review tells nothing (I12).
 */
export const identityCodes: readonly RowCodeName[] = [
  'LEARNER_NOT_FOUND',
  'LEARNER_AMBIGUOUS',
  'NAME_MISMATCH',
  'BIRTHDATE_MISMATCH',
  'LICENSE_MISMATCH',
  'BOARD_ID_MISMATCH',
]

const isIdentity = new Set<string>(identityCodes)

/** True where a row was refused for nothing but whom it is about. */
export function isOnlyIdentity(issues: readonly Issue[]): boolean {
  const errors = issues.filter(({ severity }) => severity === IssueSeverity.ERROR)
  return errors.length > 0 && errors.every(({ code }) => isIdentity.has(code))
}

const listed = identityCodes.map((code) => `@.code == "${code}"`).join(' || ')

/** The condition on a row (alias \`r\`) that it was refused for that alone, and was neither decided on nor sent again. */
export const mayBeReviewed = `r.outcome = 'REJECTED'
  and jsonb_path_exists(r.issues, '$[*] ? (@.severity == "ERROR" && (${listed}))')
  and not jsonb_path_exists(r.issues, '$[*] ? (@.severity == "ERROR" && !(${listed}))')
  and not exists (
    select from row_review v where v.batch_id = r.batch_id and v.row_number = r.row_number and v.state = 'DECIDED'
  )
  and not exists (select from row_resend s where s.batch_id = r.batch_id and s.row_number = r.row_number)`
