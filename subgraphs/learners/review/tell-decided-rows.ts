import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { appendEvents } from '../../shared/outbox/outbox.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { LearnerEventType } from '../learner/learner-event.js'
import type { ReviewedRow } from './reviewed-row.js'

interface RowKey {
  batchId: string
  rowNumber: number
}

/** Tells, of these rows, those for which nobody has to decide any more, and from when on they may be judged again. */
export async function tellDecidedRows(em: EntityManager, rows: readonly RowKey[]): Promise<void> {
  if (!rows.length) return
  const decided = await executeBound<ReviewedRow>(
    em,
    `select batch_id as "batchId", row_number as "rowNumber",
       coalesce(max(effective_at), clock_timestamp()) as "judgeAgainAt"
     from unnest($1::uuid[], $2::int[]) as given (batch_id, row_number)
     left join review_row using (batch_id, row_number)
     left join review_case using (case_id)
     group by batch_id, row_number
     having coalesce(bool_and(state = 'DECIDED'), true)`,
    keysOf(rows),
  )
  await tell(em, LearnerEventType.REVIEW_DECIDED, decided)
}

/** Tells of rows that wait again, as what was decided was taken back. */
export const tellReopenedRows = (em: EntityManager, rows: readonly RowKey[]): Promise<void> =>
  tell(
    em,
    LearnerEventType.REVIEW_REOPENED,
    rows.map(({ batchId, rowNumber }) => ({ batchId, rowNumber, judgeAgainAt: null })),
  )

/** The rows that wait for a case. */
export const rowsOfCase = (em: EntityManager, caseId: string): Promise<RowKey[]> =>
  executeBound<RowKey>(
    em,
    'select batch_id as "batchId", row_number as "rowNumber" from review_row where case_id = $1::uuid order by 1, 2',
    [caseId],
  )

async function tell(em: EntityManager, type: LearnerEventType, rows: readonly ReviewedRow[]): Promise<void> {
  if (!rows.length) return
  const eventId = randomUUID()
  await appendEvents(em, [{ eventId, aggregateType: 'review', aggregateId: eventId, type, payload: { rows } }])
}

const keysOf = (rows: readonly RowKey[]) => [rows.map(({ batchId }) => batchId), rows.map(({ rowNumber }) => rowNumber)]
