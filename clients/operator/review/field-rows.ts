import type { ComparedField } from '../../graphql/graphql'
import { letterDiff } from '../compare/letter-diff'
import type { Candidate, ReviewView } from './review-page'

/** A field of the comparison: what was given, and what each candidate has beside it. */
export interface FieldRow {
  field: ComparedField
  given: string | null
  /** What was given, written as the file writes it: a license number after its state. */
  asOnFile: string | null
}

const order: readonly ComparedField[] = [
  'LAST_NAME',
  'FIRST_NAME',
  'MIDDLE_NAME',
  'SUFFIX',
  'BIRTHDATE',
  'STATE',
  'LICENSE',
  'NPI',
  'BOARD_ID',
]

const npi = /^\D*(\d\D*){10}$/

/** The fields that the claim or a candidate says something about. A number of ten digits is an NPI (L16). */
export function fieldRows(claim: ReviewView['claim'], candidates: readonly Candidate[]): FieldRow[] {
  const number = claim.licenseOrNpi ?? null
  const isNpi = number !== null && npi.test(number)
  const given: Partial<Record<ComparedField, string | null>> = {
    LAST_NAME: claim.familyName,
    FIRST_NAME: claim.givenName,
    MIDDLE_NAME: claim.middleName,
    SUFFIX: claim.suffix,
    BIRTHDATE: claim.birthday,
    STATE: claim.state,
    LICENSE: isNpi ? null : number,
    NPI: isNpi ? number : null,
    BOARD_ID: [claim.boardCode, claim.boardId].filter(Boolean).join(' '),
  }
  return order
    .map((field) => {
      const text = given[field] || null
      const asOnFile = field === 'LICENSE' && text ? [claim.state, text].filter(Boolean).join(' ') : text
      return { field, given: text, asOnFile }
    })
    .filter(
      (row) =>
        row.given !== null ||
        candidates.some(({ fields }) => fields.some(({ field, onFile }) => field === row.field && onFile.length > 0)),
    )
}

/** What is on file, what is closest to the given first. */
export function closestFirst(onFile: readonly string[], given: string | null): string[] {
  if (!given) return [...onFile]
  return onFile.toSorted((one, other) => distance(one, given) - distance(other, given))
}

function distance(text: string, given: string): number {
  const off = [...letterDiff(text, given), ...letterDiff(given, text)].filter(({ kind }) => kind === 'differs')
  return off.reduce((sum, stretch) => sum + stretch.text.length, 0)
}
