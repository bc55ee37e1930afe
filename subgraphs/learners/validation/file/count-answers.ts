import { MatchDecision } from '../../matching/match-types.js'
import { isValid } from '../answer.js'
import type { HeardMatch, HeardPart } from '../heard-match.js'
import type { CountName } from './validation-batch.js'

const endings = {
  [MatchDecision.MATCHED]: 'Matched',
  [MatchDecision.AMBIGUOUS]: 'Ambiguous',
  [MatchDecision.MISMATCH]: 'Mismatch',
  [MatchDecision.NOT_FOUND]: 'NotFound',
} as const satisfies Record<MatchDecision, string>

/** How many rows had which answer; a row of which nothing was heard could not be read. Pure. */
export function countAnswers(rows: readonly { heard?: HeardMatch | undefined }[]): Record<CountName, number> {
  const counts = { ...none }
  for (const { heard } of rows) {
    if (!heard) {
      counts.problems += 1
      counts.unreadable += 1
      continue
    }
    if (!isValid(heard)) counts.problems += 1
    else {
      counts.valid += 1
      if (isWarned(heard.license) || isWarned(heard.board)) counts.warned += 1
    }
    if (heard.license) counts[`license${endings[heard.license.decision]}`] += 1
    if (heard.board) counts[`board${endings[heard.board.decision]}`] += 1
  }
  return counts
}

const isWarned = (part: HeardPart | null) => part?.decision === MatchDecision.MATCHED && part.details.length > 0

const none: Record<CountName, number> = {
  valid: 0,
  warned: 0,
  problems: 0,
  unreadable: 0,
  licenseMatched: 0,
  licenseAmbiguous: 0,
  licenseMismatch: 0,
  licenseNotFound: 0,
  boardMatched: 0,
  boardAmbiguous: 0,
  boardMismatch: 0,
  boardNotFound: 0,
}
