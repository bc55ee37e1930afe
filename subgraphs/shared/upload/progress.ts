import type { EntityManager } from '@mikro-orm/postgresql'
import { conflict } from '../errors.js'
import type { OutcomeCounts, Upload } from './upload.js'
import { RowOutcome } from './upload-enums.js'
import type { UploadKind } from './upload-kind.js'

/**
 * Moves the progress mark of a batch over a chunk. Throws CONFLICT when the mark is not where this worker left it:
 * another worker has the batch now, or the provider has cancelled it.
 */
export async function moveMark<B extends Upload>(
  { table }: UploadKind<B>,
  em: EntityManager,
  batchId: string,
  from: number,
  to: number,
): Promise<void> {
  const moved = await em.execute<{ affectedRows: number }>(
    `update ${table} set last_row_number = ? where batch_id = ? and state = 'APPLYING' and last_row_number = ?`,
    [to, batchId, from],
    'run',
  )
  if (moved.affectedRows !== 1) throw conflict('This batch is no longer ours to apply.')
}

/** Adds the outcomes of a chunk to those of its batch. */
export async function addCounts<B extends Upload>(
  { table }: UploadKind<B>,
  em: EntityManager,
  batchId: string,
  rows: number,
  { accepted, warned, rejected, duplicate, inReview }: OutcomeCounts,
): Promise<void> {
  await em.execute(
    `update ${table} set applied_rows = applied_rows + ?, accepted = accepted + ?, warned = warned + ?,
       rejected = rejected + ?, duplicate = duplicate + ?, in_review = in_review + ? where batch_id = ?`,
    [rows, accepted, warned, rejected, duplicate, inReview, batchId],
  )
}

/** How many rows ended how. */
export function countOutcomes(rows: readonly { outcome: RowOutcome; issues: readonly unknown[] }[]): OutcomeCounts {
  const ended = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome)
  const accepted = ended(RowOutcome.ACCEPTED)
  return {
    accepted: accepted.length,
    warned: accepted.filter(({ issues }) => issues.length > 0).length,
    rejected: ended(RowOutcome.REJECTED).length,
    duplicate: ended(RowOutcome.DUPLICATE).length,
    inReview: ended(RowOutcome.IN_REVIEW).length,
  }
}
