import type { ServerResponse } from 'node:http'
import type { EntityManager } from '@mikro-orm/postgresql'
import { describeFile, xlsxType } from '../../shared/http/file-routes.js'
import type { Issue } from '../../shared/upload/issue.js'
import type { RowOutcome } from '../../shared/upload/upload-enums.js'
import { type ResultRow, writeResultWorkbook } from '../../shared/workbook/result-workbook.js'
import { inOrderOf, resultFormOf } from '../column-mapping/mapped-file.js'
import type { Batch } from './batch.js'
import { type ColumnKey, learnerForm, type RowCells } from './columns.js'

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
  describeFile(response, xlsxType, `credit-result-${batch.batchId}.xlsx`)
  const rows = resultRows(em, batch, which)
  if (!batch.mapping) return writeResultWorkbook(response, learnerForm, batch.columns, rows)
  const form = resultFormOf(batch.mapping)
  const keys = form.columns.map(({ key }) => key)
  await writeResultWorkbook<string>(response, form, keys, rows)
}

async function* resultRows(
  em: EntityManager,
  { batchId, mapping }: Batch,
  which: 'ALL' | 'FAILED',
): AsyncGenerator<ResultRow<ColumnKey>> {
  let after = 0
  for (;;) {
    const rows = await em.execute<RowRecord[]>(
      `select row_number as "rowNumber", cells, outcome, issues from batch_row
       where batch_id = ?::uuid and row_number > ? ${which === 'FAILED' ? `and outcome = 'REJECTED'` : ''}
       order by row_number limit ${pageSize}`,
      [batchId, after],
    )
    for (const row of rows) {
      const cells = mapping ? inOrderOf(mapping, row.cells) : row.cells
      yield toResultRow({ ...row, cells })
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.rowNumber
  }
}

const toResultRow = ({ cells, outcome, issues }: RowRecord): ResultRow<ColumnKey> => ({
  cells,
  result: [
    outcome,
    issues.map(({ code, message }) => `${code}: ${message}`).join(' '),
    issues.flatMap(({ fix }) => fix ?? []).join(' '),
  ],
})
