import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import { describeFile, xlsxType } from '../../../shared/http/file-routes.js'
import { FileFormat } from '../../../shared/table/file-format.js'
import { resultText } from '../../../shared/table/result-text.js'
import { type ResultRow, writeResultWorkbook } from '../../../shared/workbook/result-workbook.js'
import { type ValidationKey, validationForm } from '../validation-form.js'
import type { LearnerValidation } from '../validation-types.js'
import type { ValidationBatch } from './validation-batch.js'
import { answeredRows } from './validation-batch-rows.query.js'

/** All rows, or only those with which credit would not find its physician. */
export type ResultSelection = 'ALL' | 'FAILED'

const textFiles = {
  [FileFormat.CSV]: ['text/csv; charset=utf-8', 'csv'],
  [FileFormat.TAB]: ['text/tab-separated-values; charset=utf-8', 'txt'],
} as const

/** Streams the rows of a validation file back as the kind of file they came in, each with its answer. */
export async function sendValidationResult(
  response: ServerResponse,
  em: EntityManager,
  batch: ValidationBatch,
  which: ResultSelection,
): Promise<void> {
  const { batchId, shape } = batch
  if (!shape) throw new Error(`Nobody has read the file of batch ${batchId}.`)
  const rows = resultRows(em, batch, which)
  if (shape.format !== FileFormat.CSV && shape.format !== FileFormat.TAB) {
    describeFile(response, xlsxType, `validation-result-${batchId}.xlsx`)
    await writeResultWorkbook(response, validationForm, shape.columns, rows)
    return
  }
  const [type, ending] = textFiles[shape.format]
  describeFile(response, type, `validation-result-${batchId}.${ending}`)
  await pipeline(Readable.from(resultText(validationForm, shape, rows)), response)
}

const pageSize = 5_000

async function* resultRows(
  em: EntityManager,
  batch: ValidationBatch,
  which: ResultSelection,
): AsyncGenerator<ResultRow<ValidationKey>> {
  let afterRow = 0
  for (;;) {
    const rows = await answeredRows(em, batch, { onlyProblems: which === 'FAILED', afterRow, limit: pageSize })
    for (const { cells, answer } of rows) yield { cells, result: resultTexts(answer) }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    afterRow = last.rowNumber
  }
}

/** License match, board match and message of a row. */
function resultTexts({ issues, license, board }: LearnerValidation): [string, string, string] {
  const said = [...issues, ...(license?.issues ?? []), ...(board?.issues ?? [])]
  const sentences = said.map(({ code, column, message, fix }) =>
    [`${code}${column ? ` (${column})` : ''}: ${message}`, fix ?? []].flat().join(' '),
  )
  return [license?.decision ?? '', board?.decision ?? '', [...new Set(sentences)].join(' ')]
}
