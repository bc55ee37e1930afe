import type { EntityManager } from '@mikro-orm/postgresql'
import { type Matching, matchLearners } from '../matching/match-learners.js'
import { answerOf, unreadable } from './answer.js'
import { type HeardMatch, heardMatch } from './heard-match.js'
import { type Identification, readIdentification } from './read-identification.js'
import type { ValidationCells } from './validation-form.js'
import type { LearnerValidation } from './validation-types.js'

export interface ValidationTools {
  em: EntityManager
  matching: Matching
  /** The provider that asks. */
  providerId: string
  /** Stands for the day of completion. */
  today: string
}

/**
 * Says of each row whether credit that is reported with it would find its physician. The same reading and the same
 * matching as for credit, and nothing is kept about credit (I13).
 */
export async function validateLearners(
  rows: readonly ValidationCells[],
  tools: ValidationTools,
): Promise<LearnerValidation[]> {
  const read = rows.map((cells) => readIdentification(cells, tools.today))
  const heard = await hearOf(read, tools)
  return read.map((row, i) => {
    if ('issues' in row) return unreadable(row.issues)
    return answerOf(row.claim, heard[i] ?? nothing)
  })
}

/** What the provider hears of each row, in their order; undefined of rows that could not be read. */
export async function hearOf(
  read: readonly Identification[],
  { em, matching, providerId }: Omit<ValidationTools, 'today'>,
): Promise<(HeardMatch | undefined)[]> {
  const claims = read.flatMap((row) => ('claim' in row ? [row.claim] : []))
  const matches = await matchLearners(em, matching, claims, { caller: 'validation', providerId })
  let next = 0
  return read.map((row) => {
    const match = 'claim' in row ? matches[next++] : undefined
    return match && heardMatch(match)
  })
}

const nothing: HeardMatch = { license: null, board: null, areTwo: false }
