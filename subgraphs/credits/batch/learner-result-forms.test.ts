import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { scratchFolder } from '../../../test/fixtures/raw-workbook.js'
import { FileFormat } from '../../shared/table/file-format.js'
import type { TableLayout } from '../../shared/table/table-layout.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { inspectLearnerFile, readLearnerFile } from '../intake/learner-file.js'
import { issue } from '../record/issue.js'
import { cells } from '../record/testing.js'
import { type ColumnKey, learnerForm, type RowCells } from './columns.js'
import { type LearnerResult, parseResultForm, resultForms } from './learner-result-forms.js'

let folder: Awaited<ReturnType<typeof scratchFolder>>
beforeEach(async () => {
  folder = await scratchFolder()
})
afterEach(() => folder.remove())

const columns: ColumnKey[] = [
  'lastName',
  'firstName',
  'recordAction',
  'activityId',
  'completionDate',
  'dateOfBirth',
  'licensingState',
  'cmeCredits',
]
const hostile = { firstName: '=HYPERLINK("http://x")', lastName: 'O"Neill; & <Söhne>, "jr"' }

const result = (rowNumber: number, row: RowCells, changes: Partial<LearnerResult> = {}): LearnerResult => ({
  rowNumber,
  cells: row,
  outcome: RowOutcome.ACCEPTED,
  issues: [],
  ...changes,
})
const rejected = { outcome: RowOutcome.REJECTED, issues: [issue('LEARNER_NOT_FOUND')] }

async function* each(rows: readonly LearnerResult[]) {
  yield* rows
}

/** The path of a result in a form. */
async function written(format: FileFormat, rows: readonly LearnerResult[], delimiter: TableLayout['delimiter'] = ',') {
  const path = folder.path(`result.${resultForms[format].ending}`)
  await resultForms[format].write(createWriteStream(path), { form: learnerForm, columns, delimiter }, each(rows))
  return path
}

test.each<[FileFormat, TableLayout['delimiter']]>([
  [FileFormat.XLSX, ','],
  [FileFormat.CSV, ','],
  [FileFormat.CSV, ';'],
  [FileFormat.TAB, '\t'],
])(
  'a result as %s parted by “%s” can be corrected and sent again, its own columns left aside',
  async (format, delimiter) => {
    const rows = [result(3, cells(hostile), rejected), result(4, cells({ cmeCredits: '1.25' }))]
    const path = await written(format, rows, delimiter)
    const { layout, rowCount, columns: found } = await inspectLearnerFile(path, '0008273')
    expect([layout.format, layout.delimiter, rowCount]).toEqual([format, delimiter, 2])
    expect(new Set(found)).toEqual(new Set(columns))
    if (format !== FileFormat.XLSX) expect(found).toEqual(columns)
    const texts: Record<string, string>[] = []
    for await (const row of readLearnerFile(path, layout, '0008273')) {
      texts.push(Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, cell?.text ?? ''])))
    }
    expect(texts).toEqual([
      expect.objectContaining({ ...hostile, dateOfBirth: '09/10' }),
      expect.objectContaining({ cmeCredits: '1.25' }),
    ])
  },
)

test.each([FileFormat.CSV, FileFormat.TAB])(
  'in %s no cell and no reason is a formula to a spreadsheet program (B09)',
  async (format) => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1']
    const issues = [{ ...issue('LEARNER_NOT_FOUND'), code: '=cmd|' }]
    const rows = dangerous.map((lastName, i) =>
      result(i, cells({ lastName }), { outcome: RowOutcome.REJECTED, issues }),
    )
    const text = await readFile(await written(format, rows), 'utf8')
    const delimiter = format === FileFormat.TAB ? '\t' : ','
    const [, ...records]: string[][] = parse(text, { delimiter, bom: true })
    expect(records).toHaveLength(dangerous.length)
    for (const text of records.flat()) expect(text).not.toMatch(/^[=+\-@\t＝]/)
  },
)

test('a result as JSON has one record for each row, with its outcome, its issues and its cells', async () => {
  const rows = [result(3, cells(hostile), rejected), result(4, cells())]
  const { results } = JSON.parse(await readFile(await written(FileFormat.JSON, rows), 'utf8'))
  expect(results).toMatchObject([
    { rowNumber: 3, outcome: 'REJECTED', issue: [{ code: 'LEARNER_NOT_FOUND', severity: 'ERROR' }] },
    { rowNumber: 4, outcome: 'ACCEPTED', issue: [] },
  ])
  expect(results[0].cell).toContainEqual({ column: 'First Name', text: hostile.firstName })
  expect(JSON.parse(await readFile(await written(FileFormat.JSON, []), 'utf8'))).toEqual({ results: [] })
})

test('a result as XML says the same, and whatever stands in a cell stays text', async () => {
  const rows = [result(3, cells({ lastName: '</text>&<x/>\u0001' }), rejected), result(4, cells())]
  const text = await readFile(await written(FileFormat.XML, rows), 'utf8')
  expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<results>\n<result>/)
  expect(text.match(/<outcome>\w+<\/outcome>/g)).toEqual(['<outcome>REJECTED</outcome>', '<outcome>ACCEPTED</outcome>'])
  expect(text).toContain('<text>&lt;/text&gt;&amp;&lt;x/&gt;</text>')
  expect(text).not.toContain('\u0001')
})

test.each(Object.values(FileFormat))('as %s no more is made than its reader takes', async (format) => {
  let made = 0
  async function* endless() {
    for (;;) {
      made += 1
      yield result(made, cells())
    }
  }
  const stream = new PassThrough()
  const shape = { form: learnerForm, columns, delimiter: ',' as const }
  const writing = resultForms[format].write(stream, shape, endless())
  stream.once('readable', () => setImmediate(() => stream.destroy()))
  await expect(writing).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
  expect(made).toBeLessThan(100_000)
})

test.each([
  ['csv', FileFormat.CSV],
  ['XLSX', FileFormat.XLSX],
  ['Json', FileFormat.JSON],
  ['pdf', undefined],
  ['constructor', undefined],
])('%s names a form, or none', (name, format) => {
  expect(parseResultForm(name)).toBe(format)
})
