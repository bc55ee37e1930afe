import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import ExcelJS from 'exceljs'
import { type SampleCells, sampleColumns } from '../../seed/sample-file/sample-row.js'

/** Saves rows in the layout of the learner file, as a spreadsheet program would: shared texts, days as formatted numbers. */
export async function writeLearnerFile(path: string, rows: Iterable<SampleCells>): Promise<void> {
  const stream = createWriteStream(path)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true, useStyles: true })
  const sheet = workbook.addWorksheet('Sheet1')
  sheet.columns = sampleColumns.map(([key]) => ({ key, style: key === 'completed' ? { numFmt: 'm/d/yyyy' } : {} }))
  sheet.addRow(['Report each learner on a row of its own.']).commit()
  sheet.addRow(sampleColumns.map(([, header]) => header)).commit()
  for (const cells of rows) sheet.addRow(sampleColumns.map(([key]) => cellValue(cells[key]))).commit()
  sheet.commit()
  await workbook.commit()
  if (!stream.closed) await once(stream, 'close')
}

function cellValue(cell: SampleCells[keyof SampleCells]): ExcelJS.CellValue {
  if (typeof cell !== 'object') return cell
  return 'day' in cell ? new Date(`${cell.day}T00:00:00Z`) : cell
}
