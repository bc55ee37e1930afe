import type { ServerResponse } from 'node:http'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Batch } from './batch.js'
import type { RowOutcome } from './batch-enums.js'
import type { Issue } from './batch-row.js'
import type { RowCells } from './columns.js'
import { type ResultRow, writeResultWorkbook } from './workbook/result-workbook.js'

const pageSize = 5_000

interface RowRecord {
  rowNumber: number
  cells: RowCells
  outcome: RowOutcome
  issues: Issue[]
}

/** Streams the rows of a batch back in the layout of the upload, all of them or only those that were not recorded. */
export async function sendResult(
  response: ServerResponse,
  em: EntityManager,
  batch: Batch,
  which: 'ALL' | 'FAILED',
): Promise<void> {
  response.setHeader('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  response.setHeader('content-disposition', `attachment; filename="credit-result-${batch.batchId}.xlsx"`)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
  await writeResultWorkbook(response, batch.columns, resultRows(em, batch.batchId, which))
}

async function* resultRows(em: EntityManager, batchId: string, which: 'ALL' | 'FAILED'): AsyncGenerator<ResultRow> {
  let after = 0
  for (;;) {
    const rows = await em.execute<RowRecord[]>(
      `select row_number as "rowNumber", cells, outcome, issues from batch_row
       where batch_id = ?::uuid and row_number > ? ${which === 'FAILED' ? `and outcome = 'REJECTED'` : ''}
       order by row_number limit ${pageSize}`,
      [batchId, after],
    )
    for (const row of rows) yield toResultRow(row)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.rowNumber
  }
}

const toResultRow = ({ cells, outcome, issues }: RowRecord): ResultRow => ({
  cells,
  outcome,
  reason: issues.map(({ code, message }) => `${code}: ${message}`).join(' '),
  suggestedFix: issues.flatMap(({ fix }) => fix ?? []).join(' '),
})
