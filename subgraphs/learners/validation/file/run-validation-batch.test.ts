import { writeFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { tableLimits } from '../../../shared/table/limits.js'
import { aPerson, insertPeople } from '../../testing/people.js'
import { TestSubgraph } from '../../testing/subgraph.js'
import { forgetFiles } from './forget-files.js'
import { FileReader } from './reading/file-reader.js'
import { bosProvider, TestValidationFiles } from './testing.js'

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
beforeEach(() => subgraph.orm.em.fork().execute('truncate validation_batch, validation_batch_row, match_guess'))

const execute = <Row extends object>(sql: string) => subgraph.orm.em.fork().execute<Row[]>(sql)
const counted = async (what: string) =>
  Number((await execute<{ count: string }>(`select count(*) from ${what}`))[0]?.count)

const header = ['First Name', 'Last Name', 'Date of Birth', 'Licensing State', 'Licensing ID or NPI']
const dee = ['Deirdre', 'Marchetti', '09/10', 'ME', 'MD23456']
const csv = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n')
const manyRows = (count: number) =>
  Array.from({ length: count }, (_, i) => (i % 10 ? dee : ['Nobody', 'Atall', '01/02', 'ME', '']))

async function book(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('Sheet1').addRows(rows.map((row) => [...row]))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

describe('the same rows have the same answers in whatever form they come', () => {
  const rows = [dee, ['Nobody', 'Atall', '01/02', 'ME', ''], ['', 'Marchetti', '02/30', 'ME', '']]
  const expected = [
    { isValid: true, license: 'MATCHED' },
    { isValid: false, license: 'NOT_FOUND' },
    { isValid: false, license: null },
  ]
  const tabbed = (lines: readonly (readonly string[])[]) => lines.map((line) => line.join('\t')).join('\r\n')

  test.each<[string, string, () => Promise<string | Uint8Array>, number]>([
    ['CSV', 'comma', async () => csv(header, ...rows), 2],
    ['CSV', 'semicolon', async () => csv(header, ...rows).replaceAll(',', ';'), 2],
    ['TAB', 'tab with names of columns', async () => tabbed([header, ...rows]), 2],
    [
      'TAB',
      'tab with the seven columns of 5.2 and no names (B04)',
      async () => tabbed(rows.filter(([first]) => first).map((row) => [...row, '', ''])),
      1,
    ],
    ['XLSX', 'workbook with the header in row 1', () => book([header, ...rows]), 2],
    ['XLSX', 'B01 workbook with guidance above the header', () => book([['As on the license.'], header, ...rows]), 3],
  ])('%s: %s', async (format, _, content, firstRow) => {
    const batch = await files.takes(await content())
    expect(batch).toMatchObject({ state: 'DONE', format })
    const kept = await files.keptRows(batch)
    const answers = expected.slice(0, kept.length)
    expect(kept).toEqual(answers.map((answer, i) => expect.objectContaining({ ...answer, rowNumber: firstRow + i })))
    expect(kept.length).toBeGreaterThanOrEqual(2)
  })

  test('B03 L06 a birthday that is a day of the spreadsheet is read, and its year is kept nowhere', async () => {
    const born = new Date(Date.UTC(1969, 8, 10))
    const batch = await files.takes(await book([header, ['Deirdre', 'Marchetti', born, 'ME', 'MD23456']]))
    expect((await files.keptRows(batch))[0]).toMatchObject({ isValid: true, license: 'MATCHED' })
    const [row] = await execute<{ text: string }>('select validation_batch_row::text as text from validation_batch_row')
    expect(row?.text).toContain('09/10')
    expect(row?.text).not.toMatch(/1969|25456/)
  })
})

describe('a file that must be refused leaves nothing behind but the reason', () => {
  const small = { ...tableLimits, rows: 3 }
  test.each<[string, () => Promise<string | Uint8Array>, string]>([
    ['nothing', async () => '', 'FILE_FORMAT'],
    ['names of columns and no row', async () => csv(header), 'FILE_EMPTY'],
    ['an empty workbook', () => book([]), 'HEADER_MISSING'],
    ['other columns', async () => csv(['Colour', 'Size', 'Price'], ['red', '1', '2']), 'HEADER_MISSING'],
    [
      'no birthday',
      async () => csv(['First Name', 'Last Name', 'Licensing State'], ['a', 'b', 'ME']),
      'COLUMN_MISSING',
    ],
    ['neither state nor board', async () => csv(header.slice(0, 3), dee.slice(0, 3)), 'COLUMN_MISSING'],
    ['a column twice', async () => csv([...header, 'Last Name'], [...dee, 'x']), 'COLUMN_REPEATED'],
    ['B08 one row too many', async () => csv(header, dee, dee, dee, dee), 'FILE_TOO_MANY_ROWS'],
    ['a formula', () => book([header, [...dee.slice(0, 4), { formula: '1+1', result: 2 }]]), 'CELL_FORMULA'],
    ['XML', async () => '<learners/>', 'FILE_FORMAT'],
    ['a PDF', async () => '%PDF-1.7', 'FILE_FORMAT'],
  ])('%s', async (_, content, code) => {
    const { batchId } = await files.stores(await content())
    await files.runs(batchId, { reading: new FileReader(small) })
    expect(await files.opened(batchId)).toMatchObject({ state: 'REFUSED', refusal: { code }, appliedRows: 0 })
    expect(await counted('validation_batch_row')).toBe(0)
  })

  test('I13 not even of rows that were decided on before the file was known to be too long', async () => {
    const guesses = Array.from({ length: 1_500 }, () => ['Deirdre', 'Marchetti', '01/21', 'ME', 'MD23456'])
    const { batchId } = await files.stores(csv(header, ...guesses))
    const kept = await counted('match_decision')
    await files.runs(batchId, { reading: new FileReader({ ...tableLimits, rows: 1_200 }) })
    expect(await files.opened(batchId)).toMatchObject({ state: 'REFUSED', refusal: { code: 'FILE_TOO_MANY_ROWS' } })
    expect(await counted('match_decision')).toBe(kept)
    expect(await counted('match_guess')).toBe(0)
  })
})

describe('a worker that is killed', () => {
  /** Lets the statement that keeps a chunk fail from a row on, as if the worker had died before its commit. */
  async function dyingFrom(rowNumber: number, work: () => Promise<void>): Promise<void> {
    await execute(`create function die() returns trigger language plpgsql as $$ begin raise 'killed'; end $$`)
    await execute(`create trigger dying before insert on validation_batch_row for each row
      when (new.row_number > ${rowNumber}) execute function die()`)
    await expect(work()).rejects.toThrow('killed')
    await execute('drop trigger dying on validation_batch_row')
    await execute('drop function die()')
  }

  test('is continued without losing or doubling a row', async () => {
    const { batchId } = await files.stores(csv(header, ...manyRows(4_500)))
    await dyingFrom(3_000, () => files.runs(batchId))
    const halfway = await files.opened(batchId)
    expect(halfway).toMatchObject({ state: 'APPLYING', totalRows: 4_500, appliedRows: 2_000, lastRowNumber: 2_001 })
    expect(await counted('validation_batch_row')).toBe(2_000)
    await files.runs(batchId)
    expect(await files.opened(batchId)).toMatchObject({
      state: 'DONE',
      appliedRows: 4_500,
      valid: 4_050,
      problems: 450,
      licenseMatched: 4_050,
      licenseNotFound: 450,
    })
    expect(await counted('validation_batch_row')).toBe(4_500)
  })

  test('while another takes over: every row is answered once', async () => {
    const { batchId } = await files.stores(csv(header, ...manyRows(4_500)))
    await Promise.all([files.runs(batchId), files.runs(batchId)])
    await files.runs(batchId)
    expect(await files.opened(batchId)).toMatchObject({ state: 'DONE', appliedRows: 4_500, valid: 4_050 })
    expect(await counted('validation_batch_row')).toBe(4_500)
  })

  test('leaves a file that is cancelled meanwhile as it is', async () => {
    const { batchId } = await files.stores(csv(header, ...manyRows(4_500)))
    await dyingFrom(3_000, () => files.runs(batchId))
    await execute(`update validation_batch set state = 'CANCELLED'`)
    await files.runs(batchId)
    expect(await files.opened(batchId)).toMatchObject({ state: 'CANCELLED', appliedRows: 2_000 })
  })
})

describe('I13', () => {
  const wrong = ['01/21', '02/22', '03/23', '04/24', '05/25', '06/26']
  const guess = (born: string) => ['Deirdre', 'Marchetti', born, 'ME', '']

  test('a file keeps nothing about credit, and of people only what it said itself', async () => {
    const events = await counted('outbox_event')
    await files.takes(csv(header, dee))
    expect(await counted('outbox_event')).toBe(events)
    const columns = await execute<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'validation_batch_row'`,
    )
    expect(columns.filter(({ name }) => /credit|activity|learner|candidate|birth_year/.test(name))).toEqual([])
  })

  test('birthdays are tried in vain over the rows of a file: after six wrong ones even the right one finds nobody', async () => {
    // The right one stands in a later chunk, when what the first chunk has tried is known.
    const filler = Array.from({ length: 2_000 }, () => ['Nobody', 'Atall', '01/02', 'ME', ''])
    const batch = await files.takes(csv(header, ...wrong.map(guess), ...filler, guess('09/10')))
    const kept = await files.keptRows(batch)
    expect(kept.at(-1)).toMatchObject({ isValid: false, license: 'NOT_FOUND' })
    expect(new Set(kept.map(({ license }) => license))).toEqual(new Set(['NOT_FOUND']))

    const ofBo = await files.takes(csv(header, guess('09/10')), { providerId: bosProvider })
    expect((await files.keptRows(ofBo))[0]).toMatchObject({ license: 'MATCHED' })
  })

  test('nor do they help within one chunk, whatever comes first', async () => {
    const kept = await files.keptRows(await files.takes(csv(header, ...['09/10', ...wrong].map(guess))))
    expect(kept.filter(({ license }) => license !== 'NOT_FOUND')).toEqual([])
  })
})

describe('30 days after its end', () => {
  const day = 86_400_000

  test('a file is deleted with all of its answers, and no other', async () => {
    const old = await files.takes(csv(header, ...manyRows(30)))
    const young = await files.takes(csv(header, dee))
    const sending = await files.stores(csv(header, dee, dee))
    await execute(`update validation_batch set finished_at = '2026-06-01T00:00:00Z' where batch_id = '${old.batchId}'`)
    await execute(
      `update validation_batch set finished_at = '2026-06-02T00:00:00Z' where batch_id = '${young.batchId}'`,
    )
    const tools = { em: subgraph.orm.em, spool: subgraph.files.spool }
    const ends = new Date('2026-06-01T00:00:00Z').getTime() + 30 * day
    expect(await forgetFiles({ ...tools, now: () => new Date(ends) })).toBe(0)
    expect(await forgetFiles({ ...tools, now: () => new Date(ends + 1) })).toBe(1)
    expect(await execute('select batch_id::text as id from validation_batch order by 1')).toEqual(
      [young.batchId, sending.batchId].toSorted().map((id) => ({ id })),
    )
    expect(await counted('validation_batch_row')).toBe(1)
  })

  test('and with whatever of it may still lie on the disk', async () => {
    const { batchId } = await files.takes(csv(header, dee))
    const path = subgraph.files.spool.pathOf(batchId)
    await writeFile(path, 'left behind')
    await forgetFiles({
      em: subgraph.orm.em,
      spool: subgraph.files.spool,
      now: () => new Date(Date.now() + 31 * day),
    })
    await expect(writeFile(path, '', { flag: 'r+' })).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
