import type { EntityManager } from '@mikro-orm/postgresql'
import { conflict } from '../errors.js'
import type { OutcomeCounts } from './recorded-upload.js'
import type { Upload } from './upload.js'
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

/** How many rows of a chunk are what, by the property of the batch that counts them. */
export type RowCounts = Readonly<Record<string, number>>

/** Adds the rows of a chunk to what its batch counts. */
export async function addCounts<B extends Upload>(
  { table }: UploadKind<B>,
  em: EntityManager,
  batchId: string,
  rows: number,
  counts: RowCounts,
): Promise<void> {
  const naming = em.config.getNamingStrategy()
  const columns = ['appliedRows', ...Object.keys(counts)].map((name) => naming.propertyToColumnName(name))
  await em.execute(
    `update ${table} set ${columns.map((column) => `${column} = ${column} + ?`).join(', ')} where batch_id = ?`,
    [rows, ...Object.values(counts), batchId],
  )
}

/** How many rows ended how. */
export function countOutcomes(
  rows: readonly { outcome: RowOutcome; issues: readonly unknown[] }[],
): Pick<OutcomeCounts, keyof OutcomeCounts> {
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
