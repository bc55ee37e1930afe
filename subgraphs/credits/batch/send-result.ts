import type { ServerResponse } from 'node:http'
import type { EntityManager } from '@mikro-orm/postgresql'
import { describeFile } from '../../shared/http/file-routes.js'
import { FileFormat } from '../../shared/table/file-format.js'
import { inOrderOf, resultFormOf } from '../column-mapping/mapped-file.js'
import type { Batch } from './batch.js'
import { isCorrected } from './batch-rows.query.js'
import type { RowCells } from './columns.js'
import { learnerForm } from './columns.js'
import { type LearnerResult, type ResultShape, resultForms } from './learner-result-forms.js'

const pageSize = 5_000

/** What is asked of a result: all rows or only those to correct, and in which form; that of the upload where none is named. */
export interface ResultSelection {
  which: 'ALL' | 'FAILED'
  format?: FileFormat
}

/** Streams the rows of a batch back in the layout of the upload, all of them or only those that are still to be corrected. */
export async function sendResult(
  response: ServerResponse,
  em: EntityManager,
  batch: Batch,
  { which, format = batch.format ?? FileFormat.XLSX }: ResultSelection,
): Promise<void> {
  const { type, ending, write } = resultForms[format]
  describeFile(response, type, `credit-result-${batch.batchId}.${ending}`)
  await write(response, shapeOf(batch), resultRows(em, batch, which))
}

function shapeOf({ mapping, columns, layout }: Batch): ResultShape {
  const delimiter = layout?.delimiter ?? ','
  if (!mapping) return { form: learnerForm, columns, delimiter }
  const form = resultFormOf(mapping)
  return { form, columns: form.columns.map(({ key }) => key), delimiter }
}

async function* resultRows(
  em: EntityManager,
  { batchId, mapping }: Batch,
  which: ResultSelection['which'],
): AsyncGenerator<LearnerResult> {
  let after = 0
  for (;;) {
    const rows = await em.execute<(LearnerResult & { cells: RowCells })[]>(
      `select row_number as "rowNumber", cells, outcome, issues from batch_row
       where batch_id = ?::uuid and row_number > ?
         ${which === 'FAILED' ? `and outcome = 'REJECTED' and not ${isCorrected}` : ''}
       order by row_number limit ${pageSize}`,
      [batchId, after],
    )
    for (const row of rows) yield { ...row, cells: mapping ? inOrderOf(mapping, row.cells) : row.cells }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.rowNumber
  }
}
