import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import ExcelJS from 'exceljs'
import { type MadeActivity, madeHeaders } from './make-activities.js'

/** Saves rows in the layout of the activity workbook, as a spreadsheet program would: shared texts, days as formatted numbers. */
export async function writeActivityFile(path: string, rows: Iterable<MadeActivity>): Promise<void> {
  const stream = createWriteStream(path)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true, useStyles: true })
  const sheet = workbook.addWorksheet('Sheet1')
  sheet.columns = madeHeaders.map((key) => ({ key, style: key.endsWith('Date') ? { numFmt: 'm/d/yyyy' } : {} }))
  sheet.addRow(['Report each activity on a row of its own.']).commit()
  sheet.addRow([...madeHeaders]).commit()
  for (const { cells } of rows) sheet.addRow(madeHeaders.map((header) => cells[header])).commit()
  sheet.commit()
  await workbook.commit()
  if (!stream.closed) await once(stream, 'close')
}
