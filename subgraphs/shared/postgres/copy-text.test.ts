import pg from 'pg'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { copyRows } from './copy-rows.js'
import { type Cell, copyLine } from './copy-text.js'

test.each<[string, Cell[], string]>([
  ['values', ['a', 1, true, false, -0.25], 'a\t1\ttrue\tfalse\t-0.25\n'],
  ['nothing, and an empty text', [null, ''], '\\N\t\n'],
  ['what looks like nothing', ['\\N'], '\\\\N\n'],
  ['what ends a cell or a row', ['a\tb\nc\rd'], 'a\\tb\\nc\\rd\n'],
  ['what looks like the end', ['\\.'], '\\\\.\n'],
  ['lists', [['a', 'b c'], []], '{"a","b c"}\t{}\n'],
  [
    'what is special in a list',
    [['a"b', 'c\\d', 'NULL', '', 'e,f', '{g}']],
    '{"a\\\\"b","c\\\\\\\\d","NULL","","e,f","{g}"}\n',
  ],
])('%s are written', (_, cells, line) => {
  expect(copyLine(cells)).toBe(line)
})

describe('a real server reads back what was written', () => {
  let database: FreshDatabase
  let client: pg.Client

  beforeAll(async () => {
    database = await freshDatabase('copy')
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('create table thing (place int, text text, list text[], json jsonb)')
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  const texts = [
    '',
    '\\N',
    '\\.',
    'tab\there',
    'line\nend\r\n',
    'back\\slash',
    '"quoted"',
    'Ünï¢ødé 漢字 🩺',
    '\b\f\v',
    '{a,b}',
  ]

  test('whatever stands in it', async () => {
    const rows = texts.map((text, place): Cell[] => [place, text, [text, ...texts], JSON.stringify({ text })])
    await copyRows(
      client,
      { table: 'thing', columns: ['place', 'text', 'list', 'json'], rows: () => rows },
      () => undefined,
    )
    const { rows: read } = await client.query('select text, list, json from thing order by place')
    expect(read).toEqual(texts.map((text) => ({ text, list: [text, ...texts], json: { text } })))
  })

  test('a row that the server refuses ends the load with its reason, and the session goes on', async () => {
    const rows = function* (): Generator<Cell[]> {
      for (let place = 0; place < 100_000; place += 1) yield [place === 50_000 ? 'x' : place]
    }
    const load = copyRows(client, { table: 'thing', columns: ['place'], rows }, () => undefined)
    await expect(load).rejects.toThrow('invalid input syntax for type integer')
    expect((await client.query('select count(*)::int as count from thing')).rows).toEqual([{ count: texts.length }])
  })

  test('a source that breaks off ends the load, and nothing of it stays', async () => {
    const rows = function* (): Generator<Cell[]> {
      for (let place = 0; place < 50_000; place += 1) yield [place]
      throw new Error('Out of rows.')
    }
    const load = copyRows(client, { table: 'thing', columns: ['place'], rows }, () => undefined)
    await expect(load).rejects.toThrow('Out of rows.')
    expect((await client.query('select count(*)::int as count from thing')).rows).toEqual([{ count: texts.length }])
  })
})
