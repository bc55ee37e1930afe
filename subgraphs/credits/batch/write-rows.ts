import type { EntityManager } from '@mikro-orm/postgresql'
import { executeAbout } from '../../shared/postgres/prepared.js'
import type { Verdict } from '../record/verdict.js'

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
  await executeAbout(
    em,
    rows.length,
    `insert into batch_row (batch_id, row_number, cells, outcome, issues, learner_id, completion_id)
     select $1::uuid, "rowNumber", cells, outcome, issues, "learnerId", "completionId"
     from jsonb_to_recordset($2::jsonb) as given (
       "rowNumber" int, cells jsonb, outcome text, issues jsonb, "learnerId" uuid, "completionId" uuid)`,
    [batchId, JSON.stringify(rows)],
  )
}
