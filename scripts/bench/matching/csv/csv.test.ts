import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRecords } from './read-csv.js'
import { openCsv } from './write-csv.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-csv-'))
})
afterEach(() => rm(folder, { recursive: true }))

const fileOf = async (text: string) => {
  const path = join(folder, 'a.csv')
  await writeFile(path, text)
  return path
}

test.each([
  ['plain', 'id,last\n1,Lee\n', [{ id: '1', last: 'Lee' }]],
  ['with a mark of byte order', '\ufeffid,last\n1,Lee\n', [{ id: '1', last: 'Lee' }]],
  [
    'with the line ends of Windows',
    'id,last\r\n1,Lee\r\n2,Ray\r\n',
    [
      { id: '1', last: 'Lee' },
      { id: '2', last: 'Ray' },
    ],
  ],
  [
    'with quotes',
    'id,last\n1,"Lee, MD"\n2,"say ""Ray"""\n',
    [
      { id: '1', last: 'Lee, MD' },
      { id: '2', last: 'say "Ray"' },
    ],
  ],
  ['with a line end inside a cell', 'id,last\n1,"Lee\nRay"\n', [{ id: '1', last: 'Lee\nRay' }]],
  ['with padded cells, which stay', 'id,last\n1,  Lee \n', [{ id: '1', last: '  Lee ' }]],
  ['with headers of another case', ' ID ,Last\n1,Lee\n', [{ id: '1', last: 'Lee' }]],
  ['without the last line end, and with empty lines', 'id,last\n\n1,Lee', [{ id: '1', last: 'Lee' }]],
  ['with a short line', 'id,last\n1\n', [{ id: '1' }]],
  ['with nothing in it', '', []],
  ['with a header only', 'id,last\n', []],
])('a file %s is read', async (_, text, records) => {
  expect(await readRecords(await fileOf(text))).toEqual(records)
})

test.each([
  ['a column missing', 'id,first\n1,Ann\n', 'Add the column last'],
  ['a quote that never ends', 'id,last\n1,"Lee\n', 'Mend'],
])('a file with %s is refused in words', async (_, text, words) => {
  await expect(readRecords(await fileOf(text), ['id', 'last'])).rejects.toThrow(words)
})

test('a file that is not there is named', async () => {
  await expect(readRecords(join(folder, 'none.csv'))).rejects.toThrow('none.csv')
})

test('what is written reads the same, whatever is in a cell', async () => {
  const path = join(folder, 'b.csv')
  const cells = ['a,b', 'say "c"', 'two\nlines', ' d ', '']
  const file = await openCsv(path, ['v', 'w', 'x', 'y', 'z'])
  for (let line = 0; line < 5_000; line += 1) await file.write(cells)
  await file.end()
  const records = await readRecords(path)
  expect(records).toHaveLength(5_000)
  expect(Object.values(records[4_999] ?? {})).toEqual(cells)
  expect((await readFile(path, 'utf8')).startsWith('v,w,x,y,z\n')).toBe(true)
})

test('a file that cannot be written fails', async () => {
  const write = async () => {
    const file = await openCsv(join(folder, 'no', 'c.csv'), ['v'])
    await file.end()
  }
  await expect(write()).rejects.toThrow('no such file')
})
