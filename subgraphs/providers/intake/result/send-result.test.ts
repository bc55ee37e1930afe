import { writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { ActivityBatch } from '../batch/activity-batch.js'
import { legacyHeaders } from '../legacy/legacy-layout.js'
import { filesFolder, readAll } from '../testing/files.js'
import { TestIntake } from '../testing/intake.js'
import { aRow, csvOf, sampleHeaders } from '../testing/sample-rows.js'
import { sendActivityResult } from './send-result.js'

let intake: TestIntake
let files: Awaited<ReturnType<typeof filesFolder>>
beforeAll(async () => {
  intake = await TestIntake.start()
  files = await filesFolder()
})
afterAll(async () => {
  await intake.stop()
  await files.remove()
})
beforeEach(async () => {
  await intake.orm.em.fork().execute('truncate activity_batch, activity cascade')
})

/** The result of a file as it would be downloaded. */
async function resultOf(
  batch: ActivityBatch,
  which: 'ALL' | 'FAILED' = 'ALL',
): Promise<{ bytes: Buffer; headers: Map<string, string> }> {
  const headers = new Map<string, string>()
  const stream = Object.assign(new PassThrough(), {
    setHeader: (name: string, value: string) => headers.set(name, value),
  })
  const sending = sendActivityResult(stream as unknown as ServerResponse, intake.orm.em.fork(), batch, which)
  const bytes = await buffer(stream)
  await sending
  return { bytes, headers }
}

const template = (values: Record<string, string>) =>
  legacyHeaders('TEMPLATE_D', 0)
    .map((header) => values[header] ?? '')
    .join('\t')
const record = (id: string, title: string) => ({
  Lom: { general: { identifier: [{ catalog: 'Provider Activity ID', entry: id }], title } },
})

test.each<[string, () => Promise<string>, string]>([
  ['CSV', () => files.text(csvOf(aRow('1'), aRow('2', { Country: 'US' }))), 'csv'],
  ['XLSX', () => files.book([sampleHeaders, aRow('1'), aRow('2', { Country: 'US' })]), 'xlsx'],
  [
    'TAB',
    () =>
      files.text(
        [
          template({ 'Provider Activity ID': '1', 'Activity Title': 'A' }),
          template({ 'Provider Activity ID': '2' }),
        ].join('\r\n'),
      ),
    'txt',
  ],
  ['JSON', () => files.text(JSON.stringify([record('1', 'A'), record('2', '')])), 'json'],
  [
    'XML',
    () =>
      files.text(
        '<ACCMEActivities><MedicalEducationMetrics><Lom><general><identifier><catalog>Provider Activity ID</catalog><entry>1</entry></identifier><title>A &amp; B</title></general></Lom></MedicalEducationMetrics><MedicalEducationMetrics><Lom><general><identifier><catalog>Provider Activity ID</catalog><entry>2</entry></identifier></general></Lom></MedicalEducationMetrics></ACCMEActivities>',
      ),
    'xml',
  ],
])(
  'a result of %s has its layout, says what became of each row, and can be sent back',
  async (format, write, ending) => {
    const batch = await intake.takes(await write())
    expect(batch).toMatchObject({ state: 'DONE', format, accepted: 1, rejected: 1 })
    const { bytes, headers } = await resultOf(batch)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="activity-result-${batch.batchId}.${ending}"`)
    const path = await files.text(bytes)
    const again = await intake.takes(path)
    expect(again).toMatchObject({ state: 'DONE', format, accepted: 0, duplicate: 1, rejected: 1, fileWarnings: [] })
    const { rows } = await readAll(path)
    expect(rows.map(({ cells }) => cells.providerActivityId?.text)).toEqual(['1', '2'])
    const failed = await readAll(await files.text((await resultOf(batch, 'FAILED')).bytes))
    expect(failed.rows.map(({ cells }) => cells.providerActivityId?.text)).toEqual(['2'])
  },
)

const formulas = ['=1+1', '+1', '-1', '@A1', '\t=1', '=HYPERLINK("http://x")']

test.each(['CSV', 'XLSX'])(
  'what a spreadsheet would take for a formula is quoted in a %s result, and comes back as it was (B09)',
  async (format) => {
    const rows = formulas.map((title, i) => aRow(`${i}`, { Title: title, Country: 'US' }))
    const batch = await intake.takes(
      await (format === 'CSV' ? files.text(csvOf(...rows)) : files.book([sampleHeaders, ...rows])),
    )
    const { bytes } = await resultOf(batch)
    for (const cell of await cellsOf(bytes, format)) expect(cell).not.toMatch(/^[=+@\t]|^-\d/)
    const { rows: back } = await readAll(await files.text(bytes))
    expect(back.map(({ cells }) => cells.title?.text.trim())).toEqual(formulas.map((text) => text.trim()))
  },
)

async function cellsOf(bytes: Buffer, format: string): Promise<string[]> {
  if (format === 'CSV')
    return bytes
      .toString()
      .split(/\r\n|,/)
      .map((cell) => cell.replace(/^\uFEFF?"?/, ''))
  const workbook = new ExcelJS.Workbook()
  const path = await files.text('')
  await writeFile(path, bytes)
  await workbook.xlsx.readFile(path)
  const cells: string[] = []
  workbook.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => cells.push(typeof cell.value === 'string' ? cell.value : '')),
  )
  return cells
}

test('columns that nobody knows come back with their rows (B02)', async () => {
  const batch = await intake.takes(await files.text('Room,Provider Activity ID,Title\nB 12,1,Rounds'))
  expect(batch.fileWarnings).toEqual(['Column 1 (Room) is none that we know; it was not read.'])
  const lines = (await resultOf(batch)).bytes.toString().split('\r\n')
  expect(lines[0]).toBe('\uFEFFRoom,Provider Activity ID,Title,Outcome,Reason,Suggested Fix')
  expect(lines[1]).toMatch(/^B 12,1,Rounds,ACCEPTED,Added: activity \d{9}\./)
})
