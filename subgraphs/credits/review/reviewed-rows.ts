import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ReviewedRow } from '../learner/learner-source.js'

/** Notes from when on rows may be judged again; of several words on a row the last one counts. */
export async function noteReviewed(em: EntityManager, rows: readonly ReviewedRow[]): Promise<void> {
  if (!rows.length) return
  const last = new Map(rows.map((row) => [`${row.batchId} ${row.rowNumber}`, row]))
  await executeBound(
    em,
    `update row_review set judge_again_at = "judgeAgainAt"
     from jsonb_to_recordset($1::jsonb) as given ("batchId" uuid, "rowNumber" int, "judgeAgainAt" timestamptz)
     where batch_id = "batchId" and row_number = "rowNumber" and state = 'OPEN'`,
    [JSON.stringify([...last.values()])],
  )
}

/** Asks about everything that waits once more: where events were left out, nobody may wait for one of them. */
export async function askAgain(em: EntityManager): Promise<void> {
  await executeBound(em, `update row_review set revision = revision + 1 where state = 'OPEN'`, [])
}
