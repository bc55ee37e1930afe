import type { Weighed } from './decide.js'
import type { ReadClaim } from './read-claim.js'
import type { PeopleTable } from './table/people-table.js'
import type { ComparedField } from './types.js'

interface Question {
  field: ComparedField
  isGiven: (claim: ReadClaim) => boolean
  /** What the person would answer; empty when the file does not say. */
  answer: (row: number, people: PeopleTable) => string
}

/** What may be asked for, the one that a provider knows best first. */
const questions: readonly Question[] = [
  {
    field: 'NPI',
    isGiven: ({ npiDigits }) => npiDigits !== '',
    answer: (row, { npi }) => (npi[row] ? String(npi[row]) : ''),
  },
  {
    field: 'LICENSE',
    isGiven: ({ licenseKeys }) => licenseKeys.length > 0,
    answer: (row, { licensesFrom, licenses }) =>
      licensesFrom[row] === licensesFrom[row + 1] ? '' : licenses.keyOf(licensesFrom[row] as number),
  },
  {
    field: 'BOARD_ID',
    isGiven: ({ boardKey }) => boardKey !== '',
    answer: (row, { certificationsFrom, certifications }) =>
      certificationsFrom[row] === certificationsFrom[row + 1]
        ? ''
        : certifications.keyOf(certificationsFrom[row] as number),
  },
  {
    field: 'BIRTHDATE',
    isGiven: ({ day }) => day !== 0,
    answer: (row, { day }) => String(day[row]),
  },
  {
    field: 'STATE',
    isGiven: ({ state }) => state !== 0,
    answer: (row, { licensesFrom, licenses }) =>
      licensesFrom[row] === licensesFrom[row + 1] ? '' : String(licenses.issuerOf(licensesFrom[row] as number)),
  },
  {
    field: 'MIDDLE_NAME',
    isGiven: ({ middle }) => middle !== '',
    answer: (row, { middle }) => String(middle[row]),
  },
]

/** The field not given so far on which most of the candidates would answer, and most differently. */
export function askFor(
  claim: ReadClaim,
  candidates: readonly Weighed[],
  people: PeopleTable,
): ComparedField | undefined {
  let best: ComparedField | undefined
  let mostAnswers = 0
  for (const { field, isGiven, answer } of questions) {
    if (isGiven(claim)) continue
    const answers = candidates.map(({ row }) => answer(row, people)).filter((text) => text !== '')
    const different = new Set(answers).size
    if (different <= mostAnswers) continue
    best = field
    mostAnswers = different
  }
  return best
}
