import type { EntityManager } from '@mikro-orm/postgresql'
import type { Issue } from '../../shared/upload/issue.js'
import type { RowOutcome } from '../../shared/upload/upload-enums.js'
import type { BatchRow } from './batch-row.js'
import { columns, type RowCells } from './columns.js'

interface RowRecord {
  rowNumber: number
  cells: RowCells
  outcome: RowOutcome
  issues: Issue[]
  completionId: string | null
}

export interface RowSelection {
  batchId: string
  outcome?: RowOutcome | null
  withIssues?: boolean | null
  afterRow: number
  limit: number
}

/** A page of the rows of a batch, in the order of the file. */
export async function findRows(
  em: EntityManager,
  { batchId, outcome, withIssues, afterRow, limit }: RowSelection,
): Promise<BatchRow[]> {
  const rows = await em.execute<RowRecord[]>(
    `select row_number as "rowNumber", cells, outcome, issues, completion_id as "completionId"
     from batch_row
     where batch_id = ?::uuid and row_number > ?
       ${outcome ? 'and outcome = ?' : ''} ${withIssues ? `and issues <> '[]'` : ''}
     order by row_number limit ${Number(limit)}`,
    [batchId, afterRow, ...(outcome ? [outcome] : [])],
  )
  return rows.map((row) => toBatchRow(batchId, row))
}

/** A row as the API shows it. */
export function toBatchRow(batchId: string, { cells, ...row }: RowRecord): BatchRow {
  return {
    ...row,
    rowId: `${batchId}:${row.rowNumber}`,
    cells: columns.flatMap(({ key, header }) => {
      const text = cells[key]?.text
      return text ? [{ column: header, text }] : []
    }),
  }
}
