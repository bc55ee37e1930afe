import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspectForm, readForm } from '../workbook/read-form.js'
import { FileRefusal } from '../workbook/refusal.js'
import type { FormColumn, SheetForm } from '../workbook/sheet-form.js'
import { writeWorkbook } from '../workbook/write-workbook.js'
import { tableLimits } from './limits.js'
import { openTable } from './open-table.js'

type Key = 'name' | 'bornOn' | 'place'

const column = (key: Key, header: string, rest: Partial<FormColumn<Key>> = {}): FormColumn<Key> => ({
  key,
  header,
  aliases: [],
  guidance: '',
  required: true,
  kind: 'text',
  maxLength: 50,
  ...rest,
})

const form: SheetForm<Key> = {
  columns: [column('name', 'Name'), column('bornOn', 'Birthday', { kind: 'birthday' }), column('place', 'Place')],
  withoutHeader: [['name', 'bornOn', 'place']],
  rowIs: 'person',
  resultHeaders: ['Answer'],
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-table-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(content: string | Uint8Array) {
  const path = join(folder, 'file')
  await writeFile(path, content)
  return path
}

async function rowsOf(path: string, limits = tableLimits) {
  const rows: [row: number, line: number | undefined, texts: (string | undefined)[]][] = []
  for await (const { rowNumber, line, cells } of readForm(() => openTable(path, limits), form, limits)) {
    rows.push([rowNumber, line, form.columns.map(({ key }) => cells[key]?.text)])
  }
  return rows
}

const summaryOf = (path: string) => inspectForm(() => openTable(path, tableLimits), form, tableLimits)

const refusalOf = async (content: string, limits = tableLimits) =>
  rowsOf(await fileOf(content), limits).catch((error: unknown) => {
    if (!(error instanceof FileRefusal)) throw error
    return [error.code, error.message, error.place]
  })

describe('text with columns is read as a workbook is', () => {
  test.each([
    ['commas', 'Name,Birthday,Place\r\nAda,09/10,Bangor\r\n'],
    ['semicolons', 'Name;Birthday;Place\nAda;09/10;Bangor'],
    ['tabs', 'Name\tBirthday\tPlace\nAda\t09/10\tBangor'],
    ['another order, stars and case', 'PLACE,name *,Birthday\nBangor,Ada,9/10'],
    ['a byte order mark', '\uFEFFName,Birthday,Place\nAda,09/10,Bangor'],
    ['the year of birth left out (L06)', 'Name,Birthday,Place\nAda,09/10/1969,Bangor'],
  ])('%s', async (_, content) => {
    expect(await rowsOf(await fileOf(content))).toEqual([[2, 2, ['Ada', '09/10', 'Bangor']]])
  })

  test('B04 a tab-delimited file may come without the names of its columns', async () => {
    const path = await fileOf('Ada\t09/10\tBangor\nBo\t1/2\tBoise\n')
    expect(await rowsOf(path)).toEqual([
      [1, 1, ['Ada', '09/10', 'Bangor']],
      [2, 2, ['Bo', '01/02', 'Boise']],
    ])
    expect(await summaryOf(path)).toMatchObject({ headerRow: 0, rowCount: 2, columns: ['name', 'bornOn', 'place'] })
  })

  test('B04 Windows-1252 and UTF-16', async () => {
    const latin = Buffer.from('Name,Birthday,Place\nRen\xE9,09/10,Bangor', 'latin1')
    const wide = Buffer.from('\uFEFFName,Birthday,Place\nRené,09/10,Bangor', 'utf16le')
    for (const bytes of [latin, wide]) expect((await rowsOf(await fileOf(bytes)))[0]?.[2][0]).toBe('René')
  })

  test('B07 rows have the numbers of a spreadsheet program, lines those of the text', async () => {
    const path = await fileOf('Name,Birthday,Place\n"A\nda",09/10,Bangor\n\nBo,01/02,Boise\n')
    expect(await rowsOf(path)).toEqual([
      [2, 2, ['A\nda', '09/10', 'Bangor']],
      [4, 5, ['Bo', '01/02', 'Boise']],
    ])
  })

  test('B02 an unknown column is told of, and the column of an earlier result is not', async () => {
    const { warnings } = await summaryOf(await fileOf('Name,Birthday,Place,Shoe Size,Answer\nAda,09/10,Bangor,40,YES'))
    expect(warnings.map(({ message, place }) => [place, message])).toEqual([
      ['row 1, column D', 'Column D (Shoe Size) is none that we know; it was not read.'],
    ])
  })

  test('a workbook is opened by its bytes', async () => {
    const path = join(folder, 'book')
    const values = [
      ['', '', ''],
      ['Name', 'Birthday', 'Place'],
      ['Ada', { day: '2024-09-10' }, 'Bangor'],
    ]
    const sheet = { name: 'Sheet1', columns: [], frozenRows: 0, rows: values.map((row) => ({ values: row })) }
    await writeWorkbook(createWriteStream(path), [sheet])
    expect(await rowsOf(path)).toEqual([[3, undefined, ['Ada', '09/10', 'Bangor']]])
  })
})

describe('a file that is no such table is refused', () => {
  test.each([
    ['nothing but names', 'Name,Birthday,Place\n', 'FILE_EMPTY', 'row 2, column A'],
    ['no names in a CSV', 'Ada,09/10,Bangor\n', 'HEADER_MISSING', 'row 2, column A'],
    [
      'a missing column',
      'Name,Birthday,City,Place of Birth\nAda,09/10,Bangor,x\n',
      'HEADER_MISSING',
      'row 2, column A',
    ],
    ['a column twice', 'Name,Birthday,Place,Place\nAda,09/10,a,b\n', 'COLUMN_REPEATED', 'row 1, column D'],
    ['a tab file whose first row is neither', 'Ada\tsoon\tBangor\n', 'HEADER_MISSING', 'row 2, column A'],
    ['XML', '<learners/>', 'FILE_FORMAT', undefined],
    ['JSON', '[{}]', 'FILE_FORMAT', undefined],
    ['zero bytes', '', 'FILE_FORMAT', undefined],
  ])('%s', async (_, content, code, place) => {
    const refusal = await refusalOf(content)
    expect([refusal[0], refusal[2]]).toEqual([code, place])
  })

  test('B08 one row too many', async () => {
    const content = 'Name,Birthday,Place\nAda,09/10,a\nBo,09/10,b\nCy,09/10,c'
    expect(await refusalOf(content, { ...tableLimits, rows: 2 })).toEqual([
      'FILE_TOO_MANY_ROWS',
      'The file has more than 2 rows (from row 4, column A on). Send it in parts.',
      'row 4, column A',
    ])
    expect(await refusalOf(content, { ...tableLimits, rows: 3 })).toHaveLength(3)
  })
})
