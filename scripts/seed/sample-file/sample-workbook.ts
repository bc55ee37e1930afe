import ExcelJS from 'exceljs'
import { sampleRows } from './sample-file.js'
import { type SampleCell, sampleColumns } from './sample-row.js'

/** Saves the sample file for a day, as a spreadsheet program would: shared texts, days as formatted numbers. */
export async function writeSampleWorkbook(path: string, today: string): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Northern Light Institute for Medical Education'
  workbook.created = new Date(`${today}T00:00:00Z`)
  workbook.modified = workbook.created
  const sheet = workbook.addWorksheet('Sheet1', { views: [{ state: 'frozen', ySplit: 2 }] })
  sheet.getCell('A1').value =
    'Report each learner on a row of its own. Leave columns 10 to 16 blank where no board credit is claimed.'
  sheet.mergeCells('A1:P1')
  sheet.getRow(2).values = sampleColumns.map(([, header]) => header)
  sheet.getRow(2).font = { bold: true }
  for (const { rowNumber, cells } of sampleRows(today)) {
    sampleColumns.forEach(([key], i) => {
      const value = cells[key]
      if (value === undefined) return
      const cell = sheet.getRow(rowNumber).getCell(i + 1)
      cell.value = cellValue(value)
      if (typeof value === 'object' && 'day' in value) cell.numFmt = 'm/d/yyyy'
    })
  }
  workbook.addWorksheet('ValidValues').getCell('A1').value = 'Add, Delete'
  workbook.addWorksheet('Reference').getCell('A1').value = 'Excel Learner CME MOC template'
  await workbook.xlsx.writeFile(path)
}

function cellValue(value: Exclude<SampleCell, undefined>): ExcelJS.CellValue {
  if (typeof value !== 'object') return value
  if ('error' in value) return { error: value.error }
  return new Date(`${value.day}T00:00:00Z`)
}
