import type { EntityManager } from '@mikro-orm/postgresql'
import type { RowOutcome } from '../../../shared/upload/upload-enums.js'
import type { RowEffect } from '../batch/activity-batch-row.js'
import type { Submitted } from '../row/intake-row.js'
import type { RowIssue } from '../row/row-issue.js'

/** All rows, or only those that were not recorded. */
export type ResultSelection = 'ALL' | 'FAILED'

/** A row as it was sent, and what became of it. */
export interface ResultRow {
  rowNumber: number
  submitted: Submitted
  outcome: RowOutcome
  effect: RowEffect
  issues: RowIssue[]
  activityId: string | null
}

const pageSize = 2_000

/** The rows of a batch in the order of the file, page by page. */
export async function* resultRows(
  em: EntityManager,
  batchId: string,
  which: ResultSelection,
): AsyncGenerator<ResultRow> {
  let after = 0
  for (;;) {
    const rows = await em.execute<ResultRow[]>(
      `select row_number as "rowNumber", submitted, outcome, effect, issues, activity_id as "activityId"
       from activity_batch_row
       where batch_id = ?::uuid and row_number > ? ${which === 'FAILED' ? `and outcome = 'REJECTED'` : ''}
       order by row_number limit ${pageSize}`,
      [batchId, after],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.rowNumber
  }
}

const effects: Readonly<Record<RowEffect, (activityId: string) => string>> = {
  ADDED: (activityId) => `Added${activityId}.`,
  CHANGED: (activityId) => `Changed${activityId}.`,
  UNCHANGED: (activityId) => `Already so${activityId}.`,
  DELETED: (activityId) => `Deleted${activityId}.`,
  REJECTED: () => '',
}

/** Outcome, reason and fix of a row, in words. */
export function resultTexts({ outcome, effect, issues, activityId }: ResultRow): [string, string, string] {
  const what = effects[effect](activityId ? `: activity ${activityId}` : '')
  const reasons = issues.map(({ code, column, message }) => `${code}${column ? ` (${column})` : ''}: ${message}`)
  const fixes = [...new Set(issues.map(({ fix }) => fix))]
  return [outcome, [what, ...reasons].filter(Boolean).join(' '), fixes.join(' ')]
}
