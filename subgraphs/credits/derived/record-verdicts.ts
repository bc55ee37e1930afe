import type { EntityManager } from '@mikro-orm/postgresql'
import type { JudgedBatch, Verdict } from '../record/verdict.js'
import { type Author, type Authorship, writeBatches } from '../record/write-verdicts.js'
import { settleDerived } from './settle-derived.js'

/** Writes the verdicts on one batch into the ledger, and what follows from what they took back. */
export const recordVerdicts = (
  em: EntityManager,
  verdicts: readonly Verdict[],
  { batchId, ...author }: Authorship,
): Promise<void> => recordBatches(em, [{ batchId, verdicts }], author)

/** The same for several batches, in their order. */
export async function recordBatches(em: EntityManager, batches: readonly JudgedBatch[], author: Author): Promise<void> {
  await writeBatches(em, batches, author)
  await settleDerived(
    em,
    batches.flatMap(({ verdicts }) => verdicts.flatMap(({ voided }) => voided)),
  )
}
