import type { EntityManager } from '@mikro-orm/postgresql'
import type { Issue } from '../../shared/upload/issue.js'
import { refuseLateFacts } from '../activity/late-facts.js'
import type { RowCells } from '../batch/columns.js'
import { findCreditIds } from '../credit-id/credit-ids.query.js'
import type { Owners } from '../owners/owners.js'
import { findRemsReports } from '../rems/rems-report.query.js'
import { judge } from './judge.js'
import type { LivePart, LiveParts } from './live-parts.js'
import { askOwners, findKnownLearners, findLiveParts, matchedIds, type OwnersFacts } from './look-up.js'
import { readSubmission } from './read-submission.js'
import { lockRecording } from './record-lock.js'
import { findRefusedPoints } from './refused-points.js'
import { isUnreadable, type Submission, type UnreadableRow } from './submission.js'
import type { Verdict } from './verdict.js'

export interface Row {
  rowNumber: number
  cells: RowCells
  /** What is wrong with the row beside its cells. */
  issues?: Issue[]
}

/** Rows that were read and looked up with the owners, and wait to be judged. */
export interface PreparedChunk {
  submissions: (Submission | UnreadableRow)[]
  asked: OwnersFacts
}

/** Reads rows of a provider and asks the owners about them. Holds no connection of ours. */
export async function prepareChunk(rows: readonly Row[], owners: Owners, providerId: string): Promise<PreparedChunk> {
  const submissions = rows.map(readRow)
  return { submissions, asked: await askOwners(submissions, owners, providerId) }
}

function readRow({ rowNumber, cells, issues = [] }: Row): Submission | UnreadableRow {
  const read = readSubmission(rowNumber, cells)
  return issues.length ? { rowNumber, cells, issues: isUnreadable(read) ? [...issues, ...read.issues] : issues } : read
}

export interface JudgeOptions {
  providerId: string
  today: string
  newId: () => string
  /** Parts that earlier chunks of a dry run would have recorded. */
  carried?: readonly LivePart[]
  /** The record that the rows correct: what it says until now does not stand against them. */
  corrects?: string
}

/**
 * Judges a prepared chunk against the ledger as it stands inside this transaction. The lock on the provider keeps the
 * sums over several rows true: credit of an activity comes from its provider alone. Throws PreparedTooEarly where an
 * activity has changed since it was looked up.
 */
export async function judgeChunk(em: EntityManager, chunk: PreparedChunk, options: JudgeOptions): Promise<Verdict[]> {
  await lockRecording(em, [options.providerId])
  await refuseLateFacts(em, chunk.asked.activities)
  const live = await findLiveParts(em, chunk.submissions, chunk.asked)
  for (const part of options.carried ?? []) live.add(part)
  if (options.corrects) leaveOut(options.corrects, live, chunk)
  const knownLearners = await findKnownLearners(em, options.providerId, chunk.asked)
  const { providerId, today, newId } = options
  const remsReports = await findRemsReports(em, providerId, chunk.submissions)
  const creditIds = await findCreditIds(em, providerId, chunk.submissions)
  const refusedPoints = await findRefusedPoints(em, chunk.submissions, chunk.asked, options.corrects)
  const facts = { ...chunk.asked, providerId, today, newId, live, knownLearners, refusedPoints, remsReports, creditIds }
  return judge(chunk.submissions, facts)
}

function leaveOut(completionId: string, live: LiveParts, { submissions, asked }: PreparedChunk): void {
  for (const row of submissions) {
    if (isUnreadable(row)) continue
    const match = asked.matches.get(row.rowNumber)
    for (const learnerId of match ? matchedIds(match) : []) {
      live.remove(live.of(learnerId, row.activityId).filter((part) => part.completionId === completionId))
    }
  }
}
