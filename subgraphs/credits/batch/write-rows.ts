import type { EntityManager } from '@mikro-orm/postgresql'
import { conflict } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { Verdict } from '../record/verdict.js'
import { RowOutcome } from './batch-enums.js'

/** Keeps each row with its one outcome. */
export async function writeRows(em: EntityManager, batchId: string, verdicts: readonly Verdict[]): Promise<void> {
  const rows = verdicts.map(({ rowNumber, cells, outcome, issues, learnerId, completionId }) => ({
    rowNumber,
    cells,
    outcome,
    issues,
    learnerId,
    completionId,
  }))
  await executeBound(
    em,
    `insert into batch_row (batch_id, row_number, cells, outcome, issues, learner_id, completion_id)
     select $1::uuid, "rowNumber", cells, outcome, issues, "learnerId", "completionId"
     from jsonb_to_recordset($2::jsonb) as given (
       "rowNumber" int, cells jsonb, outcome text, issues jsonb, "learnerId" uuid, "completionId" uuid)`,
    [batchId, JSON.stringify(rows)],
  )
}

/**
 * Moves the progress mark of a batch over a chunk. Throws CONFLICT when the mark is not where this worker left it:
 * another worker has the batch now, or the provider has cancelled it.
 */
export async function advance(
  em: EntityManager,
  batchId: string,
  from: number,
  verdicts: readonly Verdict[],
): Promise<number> {
  const lastRowNumber = verdicts.at(-1)?.rowNumber ?? from
  const moved = await em.execute<{ affectedRows: number }>(
    `update batch set last_row_number = ?, applied_rows = applied_rows + ?, accepted = accepted + ?, warned = warned + ?,
       rejected = rejected + ?, duplicate = duplicate + ?
     where batch_id = ? and state = 'APPLYING' and last_row_number = ?`,
    [lastRowNumber, ...countsOf(verdicts), batchId, from],
    'run',
  )
  if (moved.affectedRows !== 1) throw conflict('This batch is no longer ours to apply.')
  return lastRowNumber
}

/** Rows, accepted, of those with warnings, rejected, duplicate. */
export function countsOf(verdicts: readonly Verdict[]): [number, number, number, number, number] {
  const ended = (outcome: RowOutcome) => verdicts.filter((verdict) => verdict.outcome === outcome)
  const accepted = ended(RowOutcome.ACCEPTED)
  const warned = accepted.filter(({ issues }) => issues.length > 0)
  return [
    verdicts.length,
    accepted.length,
    warned.length,
    ended(RowOutcome.REJECTED).length,
    ended(RowOutcome.DUPLICATE).length,
  ]
}
