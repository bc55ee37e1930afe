import type { EntityManager } from '@mikro-orm/postgresql'
import type { RowOutcome } from '../../../shared/upload/upload-enums.js'
import type { CellKey } from '../column/column.js'
import type { FileShape } from '../file/file-shape.js'
import { legacyHeaders } from '../legacy/legacy-layout.js'
import type { Submitted } from '../row/intake-row.js'
import { columnName } from '../row/row-issue.js'
import { wireCells } from '../wire/wire-cells.js'
import type { ActivityBatch } from './activity-batch.js'
import type { ActivityBatchRow, ActivityRowCell } from './activity-batch-row.js'

export interface RowSelection {
  outcome?: RowOutcome | null
  withIssues?: boolean | null
  afterRow: number
  limit: number
}

type RowRecord = Omit<ActivityBatchRow, 'rowId' | 'cells'> & { submitted: Submitted }

/** A page of the rows of a file, in its order. */
export async function findActivityRows(
  em: EntityManager,
  { batchId, shape }: ActivityBatch,
  { outcome, withIssues, afterRow, limit }: RowSelection,
): Promise<ActivityBatchRow[]> {
  const rows = await em.execute<RowRecord[]>(
    `select row_number as "rowNumber", line, submitted, outcome, effect, issues, activity_id as "activityId"
     from activity_batch_row
     where batch_id = ?::uuid and row_number > ?
       ${outcome ? 'and outcome = ?' : ''} ${withIssues ? `and issues <> '[]'` : ''}
     order by row_number limit ${Number(limit)}`,
    [batchId, afterRow, ...(outcome ? [outcome] : [])],
  )
  return rows.map(({ submitted, ...row }) => ({
    ...row,
    rowId: `${batchId}:${row.rowNumber}`,
    cells: cellsOf(submitted, shape ?? undefined),
  }))
}

/** The values of a row as they were sent: under the headers of the file, or under our names for records. */
function cellsOf(submitted: Submitted, shape: FileShape | undefined): ActivityRowCell[] {
  if (!Array.isArray(submitted)) {
    const { cells } = wireCells(submitted)
    return Object.entries(cells).map(([key, cell]) => ({ column: columnName(key as CellKey), text: cell?.text ?? '' }))
  }
  const headers = shape?.template ? legacyHeaders(shape.template, submitted.length) : undefined
  return submitted.flatMap((text, i) => {
    const header = headers?.[i] ?? shape?.columns.find(({ position }) => position === i + 1)?.header
    return text === null ? [] : [{ column: header ?? `Column ${i + 1}`, text }]
  })
}
