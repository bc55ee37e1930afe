import type { EntityManager } from '@mikro-orm/postgresql'
import { countOutcomes } from '../../shared/upload/progress.js'
import { BatchState } from '../../shared/upload/upload-enums.js'
import { Batch } from '../batch/batch.js'
import type { ColumnKey } from '../batch/columns.js'
import { writeRows } from '../batch/write-rows.js'
import type { CompletionSource } from '../completion/completion.js'
import type { Verdict } from '../record/verdict.js'

/** On whose account entries of a form or a web service come. */
export interface DirectBatch {
  batchId: string
  providerId: string
  source: CompletionSource
  submittedBy: string
  at: Date
  /** The batch whose rows they send again, and the columns of its file. */
  corrects?: string
  columns?: ColumnKey[]
}

export interface JudgedEntries extends DirectBatch {
  verdicts: readonly Verdict[]
}

/** Keeps entries that were judged as a batch that is done. */
export async function keepBatch(em: EntityManager, batch: DirectBatch, verdicts: readonly Verdict[]): Promise<Batch> {
  const [kept] = await keepBatches(em, [{ ...batch, verdicts }])
  if (!kept) throw new Error('A batch was kept.')
  return kept
}

/** The same for several batches, in their order. */
export async function keepBatches(em: EntityManager, batches: readonly JudgedEntries[]): Promise<Batch[]> {
  const kept = batches.map(({ at, verdicts, ...batch }) =>
    em.create(Batch, {
      ...batch,
      state: BatchState.DONE,
      totalRows: verdicts.length,
      appliedRows: verdicts.length,
      ...countOutcomes(verdicts),
      lastRowNumber: verdicts.at(-1)?.rowNumber ?? 0,
      createdAt: at,
      startedAt: at,
      finishedAt: at,
    }),
  )
  await em.flush()
  await writeRows(em, batches)
  return kept
}
