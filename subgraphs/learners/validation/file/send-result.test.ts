import type { ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { rowIssue } from '../../../reference/row-issue.js'
import { aPerson, insertPeople } from '../../testing/people.js'
import { TestSubgraph } from '../../testing/subgraph.js'
import { sendValidationResult } from './send-result.js'
import { TestValidationFiles } from './testing.js'
import type { ValidationBatch } from './validation-batch.js'

let subgraph: TestSubgraph
let files: TestValidationFiles
beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  files = await TestValidationFiles.start(subgraph)
  await insertPeople(subgraph.orm.em.fork(), [
    aPerson({ givenName: 'Deirdre', familyName: 'Marchetti', licenses: [{ state: 'ME', number: 'MD23456' }] }),
  ])
})
afterAll(async () => {
  await files.stop()
  await subgraph.stop()
})

async function resultOf(batch: ValidationBatch, which: 'ALL' | 'FAILED' = 'ALL') {
  const headers = new Map<string, string>()
  const stream = Object.assign(new PassThrough(), {
    setHeader: (name: string, value: string) => headers.set(name, value),
  })
  const sending = sendValidationResult(stream as unknown as ServerResponse, subgraph.orm.em.fork(), batch, which)
  const bytes = await buffer(stream)
  await sending
  return { bytes, headers }
}

const header = ['First Name', 'Last Name', 'Date of Birth', 'Licensing State', 'Certifying Board']
const rows = [
  ['Deirdre', 'Marchetti', '09/10', 'ME', ''],
  ['=HYPERLINK("http://x")', 'Atall', '01/02', 'ME', 'ABS'],
  ['', 'Marchetti', '09/10', 'ME', ''],
]
const { code, message, fix } = rowIssue('LEARNER_NOT_FOUND')

const quoted = (text: string) => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const text = (delimiter: string) => [header, ...rows].map((row) => row.map(quoted).join(delimiter)).join('\r\n')
const linesOf = (bytes: Buffer) => bytes.toString('utf8').replace('\uFEFF', '').replace(/\r\n$/, '').split('\r\n')

test.each([
  ['CSV', ',', 'csv', 'text/csv; charset=utf-8'],
  ['CSV', ';', 'csv', 'text/csv; charset=utf-8'],
  ['TAB', '\t', 'txt', 'text/tab-separated-values; charset=utf-8'],
])('the result of a %s file parted by %j is one again, with its answers behind', async (_, delimiter, ending, type) => {
  const batch = await files.takes(text(delimiter), { forced: true })
  const { bytes, headers } = await resultOf(batch)
  const lines = linesOf(bytes).map((line) => line.split(delimiter))
  expect(headers.get('content-type')).toBe(type)
  expect(headers.get('content-disposition')).toContain(`validation-result-${batch.batchId}.${ending}`)
  expect(lines[0]).toEqual([...header, 'License Match', 'Board Match', 'Message'])
  expect(lines[1]).toEqual(['Deirdre', 'Marchetti', '09/10', 'ME', '', 'MATCHED', '', ''])
  expect(lines[2]?.slice(5, 7)).toEqual(['NOT_FOUND', 'NOT_FOUND'])
  expect(lines[3]?.slice(5, 7)).toEqual(['', ''])
  expect(lines[3]?.at(-1)).toContain('ROW_MISSING_REQUIRED (First Name)')
  expect(lines).toHaveLength(4)
})

test('B09 nothing in a result is taken for a formula, and it reads back as it was sent', async () => {
  const { bytes } = await resultOf(await files.takes(text(','), { forced: true }))
  expect(bytes.toString('utf8')).toContain(`"'=HYPERLINK(""http://x"")",Atall`)
  const again = await files.takes(bytes, { forced: true })
  expect(again).toMatchObject({ state: 'DONE', totalRows: 3, fileWarnings: [] })
  expect((await resultOf(again)).bytes.equals(bytes)).toBe(true)
})

test('the result of a workbook is a workbook with guidance, names and text', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('Sheet1').addRows([[], header, ...rows])
  const batch = await files.takes(new Uint8Array(await workbook.xlsx.writeBuffer()))
  const { bytes, headers } = await resultOf(batch)
  expect(headers.get('content-disposition')).toContain(`validation-result-${batch.batchId}.xlsx`)
  const result = new ExcelJS.Workbook()
  await result.xlsx.load(new Uint8Array(bytes).buffer)
  const sheet = result.getWorksheet('Sheet1')
  const valuesOf = (row: number) => Array.from({ length: 8 }, (_, i) => sheet?.getRow(row).getCell(i + 1).text)
  expect(valuesOf(2)).toEqual([...header, 'License Match', 'Board Match', 'Message'])
  expect(valuesOf(3)).toEqual(['Deirdre', 'Marchetti', '09/10', 'ME', '', 'MATCHED', '', ''])
  expect(valuesOf(4).slice(0, 7)).toEqual([
    `'=HYPERLINK("http://x")`,
    'Atall',
    '01/02',
    'ME',
    'ABS',
    'NOT_FOUND',
    'NOT_FOUND',
  ])
  expect(valuesOf(4)[7]).toBe(`${code}: ${message} ${fix}`)
  expect(await files.takes(bytes)).toMatchObject({ state: 'DONE', totalRows: 3, fileWarnings: [] })
})

test('only the rows with problems come where only they are asked for', async () => {
  const { bytes } = await resultOf(await files.takes(text(','), { forced: true }), 'FAILED')
  expect(linesOf(bytes).map((line) => line.split(',').includes('Atall'))).toEqual([false, true, false])
})

test('a file without the names of its columns comes back without them (B04)', async () => {
  const batch = await files.takes('Deirdre\tMarchetti\t09/10\tME\tMD23456\t\t\r\n', { forced: true })
  expect(linesOf((await resultOf(batch)).bytes)).toEqual(['Deirdre\tMarchetti\t09/10\tME\tMD23456\t\t\tMATCHED\t\t'])
})
