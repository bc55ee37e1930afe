import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import { describeFile, xlsxType } from '../../../shared/http/file-routes.js'
import { FileFormat } from '../../../shared/table/file-format.js'
import { jsonDocument, xmlDocument } from '../../../shared/wire/wire-document.js'
import type { ActivityBatch } from '../batch/activity-batch.js'
import type { FileShape } from '../file/file-shape.js'
import { activityLayout } from '../wire/activity-layout.js'
import { resultRecords } from './result-records.js'
import { type ResultSelection, resultRows } from './result-rows.js'
import { writeResultSheet } from './result-sheet.js'
import { delimitedText } from './result-text.js'

const typeOf: Readonly<Record<FileFormat, readonly [type: string, ending: string]>> = {
  XLSX: [xlsxType, 'xlsx'],
  CSV: ['text/csv; charset=utf-8', 'csv'],
  TAB: ['text/tab-separated-values; charset=utf-8', 'txt'],
  XML: ['application/xml; charset=utf-8', 'xml'],
  JSON: ['application/json; charset=utf-8', 'json'],
}

/** Streams the rows of a file back in its own layout, with what became of each, so that it can be corrected and sent again. */
export async function sendActivityResult(
  response: ServerResponse,
  em: EntityManager,
  { batchId, shape, format }: ActivityBatch,
  which: ResultSelection,
): Promise<void> {
  if (!shape || !format) throw new Error(`Nobody has read the file of batch ${batchId}.`)
  const [type, ending] = typeOf[format]
  describeFile(response, type, `activity-result-${batchId}.${ending}`)
  const rows = resultRows(em, batchId, which)
  if (format === FileFormat.XLSX) await writeResultSheet(response, shape, rows)
  else await pipeline(Readable.from(textOf(format, shape, rows)), response)
}

function textOf(format: FileFormat, shape: FileShape, rows: ReturnType<typeof resultRows>): AsyncGenerator<string> {
  if (format === FileFormat.JSON) return jsonDocument(resultRecords(rows), activityLayout)
  return format === FileFormat.XML ? xmlDocument(resultRecords(rows), activityLayout) : delimitedText(shape, rows)
}
