import { ClaimField, MatchDecision, type PartMatch } from '../matching/match-types.js'

const numbers: readonly ClaimField[] = [ClaimField.LICENSE, ClaimField.NPI, ClaimField.BOARD_ID]
const names: readonly ClaimField[] = [
  ClaimField.FIRST_NAME,
  ClaimField.MIDDLE_NAME,
  ClaimField.LAST_NAME,
  ClaimField.SUFFIX,
]

/**
 * The disagreeing fields that may be named to a provider because that gives nothing away: a number, where all else agrees
 * and would have been a match without it; a name, where a number that anybody can look up is right. That a birthday is off is never said (I12). Empty where nothing may be said. Pure.
 */
export function sayable({ decision, disagreeing, isIdentified }: PartMatch): ClaimField[] {
  if (decision !== MatchDecision.MISMATCH) return []
  if (disagreeing.every((field) => numbers.includes(field))) return disagreeing
  return isIdentified ? disagreeing.filter((field) => names.includes(field)) : []
}
