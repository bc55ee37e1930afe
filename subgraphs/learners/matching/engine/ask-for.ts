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
    answer: (row, people) => (people.npi(row) ? String(people.npi(row)) : ''),
  },
  {
    field: 'LICENSE',
    isGiven: ({ licenseKeys }) => licenseKeys.length > 0,
    answer: (row, people) =>
      people.licensesOf(row).length === 0 ? '' : people.licenses.keyOf(people.licensesFrom(row)),
  },
  {
    field: 'BOARD_ID',
    isGiven: ({ boardKey }) => boardKey !== '',
    answer: (row, people) =>
      people.certificationsOf(row).length === 0 ? '' : people.certifications.keyOf(people.certificationsFrom(row)),
  },
  {
    field: 'BIRTHDATE',
    isGiven: ({ day }) => day !== 0,
    answer: (row, people) => String(people.day(row)),
  },
  {
    field: 'STATE',
    isGiven: ({ state }) => state !== 0,
    answer: (row, people) =>
      people.licensesOf(row).length === 0 ? '' : String(people.licenses.issuerOf(people.licensesFrom(row))),
  },
  {
    field: 'MIDDLE_NAME',
    isGiven: ({ middle }) => middle !== '',
    answer: (row, people) => String(people.middle(row)),
  },
]

/** The field not given so far that a provider knows best. */
export const anyQuestion = (claim: ReadClaim): ComparedField | undefined =>
  questions.find(({ isGiven }) => !isGiven(claim))?.field

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
