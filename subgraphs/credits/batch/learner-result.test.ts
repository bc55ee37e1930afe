import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { scratchFolder } from '../../../test/fixtures/raw-workbook.js'
import type { SheetRow } from '../../shared/workbook/data-table.js'
import { parseDay } from '../../shared/workbook/day-text.js'
import { inspectWorkbook, readWorkbook } from '../../shared/workbook/read-workbook.js'
import { type ResultRow, writeResultWorkbook } from '../../shared/workbook/result-workbook.js'
import { writeTemplateWorkbook } from '../../shared/workbook/template-workbook.js'
import { type ColumnKey, columns, learnerForm, type RowCells, resultHeaders } from './columns.js'
import { learnerLists } from './learner-lists.js'

let folder: Awaited<ReturnType<typeof scratchFolder>>
beforeEach(async () => {
  folder = await scratchFolder()
})
afterEach(() => folder.remove())

const keys = columns.map(({ key }) => key)
const sample: RowCells = {
  recordAction: { text: 'Add', kind: 'text' },
  activityId: { text: '200000001', kind: 'number' },
  completionDate: { text: '2022-06-30', kind: 'date' },
  firstName: { text: '=HYPERLINK("http://x")', kind: 'text' },
  lastName: { text: "'t Hooft & <Söhne>_x0041_", kind: 'text' },
  dateOfBirth: { text: '09/10', kind: 'text' },
  licenseIdOrNpi: { text: '0018765', kind: 'text' },
  cmeCredits: { text: '1.25', kind: 'number' },
  totalBoardCredits: { text: '-5', kind: 'text' },
}

async function written(rows: ResultRow<ColumnKey>[], shown: readonly ColumnKey[] = keys): Promise<string> {
  const path = folder.path('result.xlsx')
  await writeResultWorkbook(createWriteStream(path), learnerForm, shown, rows)
  return path
}

async function rowsOf(path: string): Promise<SheetRow<ColumnKey>[]> {
  const rows: SheetRow<ColumnKey>[] = []
  for await (const row of readWorkbook(path, learnerForm)) rows.push(row)
  return rows
}

function resultRow(cells: RowCells): ResultRow<ColumnKey> {
  return { cells, result: ['REJECTED', '=not a formula', 'Try again.'] }
}

/** What counts of each cell: a day by its meaning, everything else by its text. */
function meanings(cells: RowCells): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([key, cell]) =>
      cell ? [[key, key === 'completionDate' ? (parseDay(cell.text, cell.kind) ?? cell.text) : cell.text]] : [],
    ),
  )
}

test('a result file reads back as what was sent, its own columns left aside', async () => {
  const path = await written([resultRow(sample), resultRow({ recordAction: { text: 'Delete', kind: 'text' } })])
  expect(await inspectWorkbook(path, learnerForm)).toEqual({
    sheetName: 'Sheet1',
    headerRow: 2,
    columns: keys,
    warnings: [],
    rowCount: 2,
  })
  const [first, second] = await rowsOf(path)
  expect(first?.rowNumber).toBe(3)
  expect(meanings(first?.cells ?? {})).toEqual(meanings(sample))
  expect(second).toEqual({ rowNumber: 4, cells: { recordAction: { text: 'Delete', kind: 'text' } } })
})

test('another program sees texts, a real day and no formula', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await written([resultRow(sample)]))
  const sheet = workbook.getWorksheet('Sheet1')
  const headers: string[] = [...columns.map(({ header }) => header), ...resultHeaders]
  const at = (header: string) => sheet?.getRow(3).getCell(headers.indexOf(header) + 1)
  expect(at('Completion Date')?.value).toEqual(new Date('2022-06-30T00:00:00Z'))
  expect(at('Date of Birth')?.value).toBe('09/10')
  expect(at('Licensing ID or NPI')).toMatchObject({ value: '0018765', numFmt: '@' })
  expect(at('Number of CME Credits')?.value).toBe(1.25)
  expect(at('First Name')).toMatchObject({ value: '\'=HYPERLINK("http://x")', type: ExcelJS.ValueType.String })
  expect(at('Total Board Credits')?.value).toBe("'-5")
  expect(at('Outcome')?.value).toBe('REJECTED')
  expect(at('Reason')?.value).toBe("'=not a formula")
})

test('only the columns of the upload come back', async () => {
  const path = await written([resultRow(sample)], keys.slice(0, 9))
  expect((await inspectWorkbook(path, learnerForm)).columns).toEqual(keys.slice(0, 9))
})

test('whatever the reader can give, the writer keeps', async () => {
  const text = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 40 })
    .map((value) => ({ text: value, kind: 'text' as const }))
  const amount = fc
    .integer({ min: 0, max: 4000 })
    .map((quarters) => ({ text: String(quarters / 4), kind: 'number' as const }))
  const day = fc
    .date({ min: new Date('1900-03-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => ({ text: date.toISOString().slice(0, 10), kind: 'date' as const }))
  const given = fc.record(
    { firstName: text, lastName: text, completionDate: day, cmeCredits: amount },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 20 }), async (rows) => {
      const required: RowCells = { recordAction: { text: 'Add', kind: 'text' } }
      const once = await rowsOf(await written(rows.map((cells) => resultRow({ ...cells, ...required }))))
      const twice = await rowsOf(await written(once.map(({ cells }) => resultRow(cells))))
      expect(twice).toEqual(once)
      expect(once.map(({ cells }) => [cells.completionDate, cells.cmeCredits])).toEqual(
        rows.map(({ completionDate, cmeCredits }) => [completionDate, cmeCredits]),
      )
    }),
    { numRuns: 30 },
  )
})

test('a reader that goes away ends the writing', async () => {
  const stream = new PassThrough()
  const endless = (async function* () {
    for (;;) yield resultRow(sample)
  })()
  const writing = writeResultWorkbook(stream, learnerForm, keys, endless)
  stream.once('data', () => stream.destroy())
  await expect(writing).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
})

test('a fault in the rows is passed on', async () => {
  const faulty = (async function* () {
    yield resultRow(sample)
    throw new Error('The database went away.')
  })()
  const stream = new PassThrough()
  await expect(writeResultWorkbook(stream, learnerForm, keys, faulty)).rejects.toThrow('The database went away.')
  stream.destroy()
})

test('the template is the header over nothing, with the lists beside it', async () => {
  const path = folder.path('template.xlsx')
  await writeTemplateWorkbook(createWriteStream(path), learnerForm, learnerLists())
  await expect(inspectWorkbook(path, learnerForm)).rejects.toMatchObject({ code: 'FILE_EMPTY', place: 'Sheet1!A3' })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await readFile(path)).buffer)
  expect(workbook.getWorksheet('Sheet1')?.getRow(2).getCell(2).value).toBe('ACCME Activity ID')
  const values = workbook.getWorksheet('ValidValues')
  expect(values?.getRow(2).values).toEqual([
    undefined,
    'Add',
    'Alabama',
    'AL',
    'ABA',
    expect.any(String),
    'Lifelong Learning',
    'Physician',
    'Addiction',
    'Trainee',
    'Individual',
  ])
})
