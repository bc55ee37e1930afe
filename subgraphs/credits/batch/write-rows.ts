import type { EntityManager } from '@mikro-orm/postgresql'
import { executeAbout } from '../../shared/postgres/prepared.js'
import type { JudgedBatch } from '../record/verdict.js'

/** Keeps each row of each batch with its one outcome. */
export async function writeRows(em: EntityManager, batches: readonly JudgedBatch[]): Promise<void> {
  const rows = batches.flatMap(({ batchId, verdicts }) =>
    verdicts.map(({ rowNumber, cells, outcome, issues, learnerId, completionId }) => ({
      batchId,
      rowNumber,
      cells,
      outcome,
      issues,
      learnerId,
      completionId,
    })),
  )
  await executeAbout(
    em,
    rows.length,
    `insert into batch_row (batch_id, row_number, cells, outcome, issues, learner_id, completion_id)
     select "batchId", "rowNumber", cells, outcome, issues, "learnerId", "completionId"
     from jsonb_to_recordset($1::jsonb) as given (
       "batchId" uuid, "rowNumber" int, cells jsonb, outcome text, issues jsonb, "learnerId" uuid, "completionId" uuid)`,
    [JSON.stringify(rows)],
  )
}
