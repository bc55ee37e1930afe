import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FileReader } from './file-reader.js'
import type { FileReading } from './file-reading.js'
import { ReadingThread } from './reading-thread.js'
import { rowsOfText, textOfRows, type ValidationRow } from './row-text.js'

let folder: string
let thread: ReadingThread
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-reading-'))
  const typescript = join(process.cwd(), 'test/setup/typescript.mjs')
  const program = pathToFileURL(join(import.meta.dirname, 'reading-main.ts'))
  thread = ReadingThread.start(program, { execArgv: ['--import', typescript] })
})
afterAll(async () => {
  await thread.stop()
  await rm(folder, { recursive: true })
})

const header = 'First Name,Last Name,Date of Birth,Licensing State,Hobby'
const lines = (count: number) => Array.from({ length: count }, (_, place) => `Ada,Muñoz-${place},09/10/1980,ME,chess`)

async function fileOf(...text: string[]): Promise<string> {
  const path = join(folder, `${Math.random()}.csv`)
  await writeFile(path, [header, ...text].join('\n'))
  return path
}

async function rowsIn(reading: FileReading, path: string): Promise<ValidationRow[]> {
  const { layout, headerRow, columns } = await reading.inspect(path)
  return readFrom(reading, path, { ...layout, headerRow, columns })
}

async function readFrom(reading: FileReading, ...[path, shape]: Parameters<FileReading['read']>) {
  const rows: ValidationRow[] = []
  for await (const text of reading.read(path, shape)) rows.push(...rowsOfText(text))
  return rows
}

const row: ValidationRow = {
  rowNumber: 2,
  line: 2,
  cells: {
    firstName: { text: 'Ada', kind: 'text' },
    lastName: { text: 'Muñoz-0', kind: 'text' },
    dateOfBirth: { text: '09/10', kind: 'text' },
    licensingState: { text: 'ME', kind: 'text' },
  },
}

test.each<[string, ValidationRow[]]>([
  ['none', []],
  ['one of a text file', [row]],
  ['one of a workbook', [{ rowNumber: 7, cells: { certifyingBoardId: { text: '"\\\u{1f600}', kind: 'text' } } }]],
  ['one without a cell', [{ rowNumber: 9, cells: {} }]],
])('rows come out of their text as they went in: %s', (_, rows) => expect(rowsOfText(textOfRows(rows))).toEqual(rows))

test('L06 the thread reads what is read here, without the year of birth', async () => {
  const path = await fileOf(...lines(2_500))
  const rows = await rowsIn(thread, path)
  expect(rows).toEqual(await rowsIn(new FileReader(), path))
  expect(rows).toHaveLength(2_500)
  expect(rows[0]).toEqual(row)
})

test('rows are shown while a file is inspected, and are those that are read afterwards', async () => {
  const path = await fileOf(...lines(5_500))
  const shown: ValidationRow[] = []
  await thread.inspect(path, (text) => shown.push(...rowsOfText(text)))
  const rows = await rowsIn(new FileReader(), path)
  const all: ValidationRow[] = []
  await new FileReader().inspect(path, (text) => all.push(...rowsOfText(text)))
  expect(all).toEqual(rows)
  expect(shown.length).toBeGreaterThan(0)
  const rowAt = new Map(rows.map((row) => [row.rowNumber, row]))
  expect(shown).toEqual(shown.map(({ rowNumber }) => rowAt.get(rowNumber)))
})

test('what is too much to be kept is read again', async () => {
  const path = await fileOf(...lines(1_500))
  expect(await rowsIn(new FileReader(undefined, 1_000), path)).toEqual(await rowsIn(new FileReader(), path))
})

test('a file that was not inspected by the same reader is read as it was found to be', async () => {
  const path = await fileOf(...lines(3))
  const { layout, headerRow, columns } = await new FileReader().inspect(path)
  expect(await readFrom(thread, path, { ...layout, headerRow, columns })).toHaveLength(3)
})

test('a refusal comes out of the thread with its place', async () => {
  await expect(thread.inspect(await fileOf())).rejects.toMatchObject({
    name: 'FileRefusal',
    code: 'FILE_EMPTY',
    place: expect.stringContaining('row 2'),
  })
})

test('a file that is not there fails, and the next one is read all the same', async () => {
  await expect(thread.inspect(join(folder, 'nowhere.csv'))).rejects.toThrow('ENOENT')
  expect(await rowsIn(thread, await fileOf(...lines(1)))).toHaveLength(1)
})

test('whoever stops in the middle leaves nothing waiting, and several are read at once', async () => {
  const paths = await Promise.all([fileOf(...lines(4_000)), fileOf(...lines(3_000))])
  const [path = ''] = paths
  const { layout, headerRow, columns } = await thread.inspect(path)
  for await (const text of thread.read(path, { ...layout, headerRow, columns })) {
    expect(rowsOfText(text).length).toBeLessThan(4_000)
    break
  }
  const read = await Promise.all(paths.map((path) => rowsIn(thread, path)))
  expect(read.map(({ length }) => length)).toEqual([4_000, 3_000])
})
