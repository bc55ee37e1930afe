import type { Cell } from '../../shared/postgres/copy-text.js'
import type { FeedKind } from './feed-layout.js'
import { feedScope, overlapping } from './feed-scope.js'
import { type FeedFindings, readFeed } from './read-feed.js'
import { aDiplomate, aLicensee, FeedFolder, type FeedLine } from './testing/feed-file.js'

let folder: FeedFolder
beforeAll(async () => {
  folder = await FeedFolder.make()
})
afterAll(() => folder.remove())

interface Read extends FeedFindings {
  staged: string
}
async function read(path: string, scope = 'ME-MD', kind: FeedKind = 'FULL'): Promise<Read> {
  const findings: FeedFindings = { rows: 0, errors: [], errorCount: 0 }
  let staged = ''
  for await (const text of readFeed(path, 'the-feed', { scope: feedScope(scope), kind }, findings)) staged += text
  return { ...findings, staged }
}
const readLines = async (lines: readonly FeedLine[], scope?: string, kind?: FeedKind) =>
  read(await folder.write(...lines), scope, kind)

test('a row is staged with its keys, in the order of the columns', async () => {
  const { staged, errorCount } = await readLines([
    aLicensee({
      number: ' MD.023-9 ',
      given_name: 'Ana',
      middle_name: 'de la',
      family_name: 'García',
      former_names: 'O’Brien',
    }),
  ])
  expect(errorCount).toBe(0)
  const cells: Cell[] = staged.trimEnd().split('\t')
  expect(cells.slice(0, 21)).toEqual([
    'the-feed',
    '2',
    'UPSERT',
    'ME-MD',
    'ME',
    'MD.023-9',
    'MD239',
    'ACTIVE',
    '2015-01-01',
    '2027-12-31',
    '\\N',
    'Ana',
    'de la',
    'García',
    '\\N',
    'MD',
    '9',
    '10',
    'ANA',
    'DELA',
    'GARCIA',
  ])
})

test.each<[string, FeedLine, string]>([
  ['no number', { number: '' }, 'number'],
  ['a number of signs', { number: '--' }, 'number'],
  ['a number that is too long', { number: '1'.repeat(21) }, 'number'],
  ['another status', { status: 'Active' }, 'status'],
  ['no first day', { effective_from: '' }, 'effective_from'],
  ['a day as Americans write it', { effective_from: '07/01/2024' }, 'effective_from'],
  ['31 February', { effective_to: '2026-02-31' }, 'effective_to'],
  ['an end before the beginning', { effective_to: '2014-12-31' }, 'effective_to'],
  ['an NPI with a wrong digit', { npi: '1234567890' }, 'npi'],
  ['no first name', { given_name: '' }, 'given_name'],
  ['a first name that is none', { given_name: 'N/A' }, 'given_name'],
  ['an emoji as a last name', { family_name: '🙂' }, 'family_name'],
  ['a name of 10,000 letters', { family_name: 'x'.repeat(10_000) }, 'family_name'],
  ['a line break in a name', { family_name: 'Smith\nJones' }, 'family_name'],
  ['a NUL', { family_name: 'Smith\u0000' }, 'family_name'],
  ['another degree', { degree: 'PA' }, 'degree'],
  ['month 0', { birth_month: '0' }, 'birth_month'],
  ['month 13', { birth_month: '13' }, 'birth_month'],
  ['month in words', { birth_month: 'May' }, 'birth_month'],
  ['30 February', { birth_month: '2', birth_day: '30' }, 'birth_day'],
  ['day 0', { birth_day: '0' }, 'birth_day'],
  ['a former name without letters', { former_names: 'Ruiz;;Díaz' }, 'former_names'],
  ['eleven former names', { former_names: Array(11).fill('Ruiz').join(';') }, 'former_names'],
  ['another board', { board: 'NH-MD' }, 'board'],
  ['an action in a full file', { action: 'UPSERT' }, 'action'],
])('%s is an error of that line and column, and nothing is staged behind it', async (_name, changes, column) => {
  const { errors, errorCount, staged } = await readLines([aLicensee(), aLicensee({ number: 'MD2', ...changes })])
  expect(errors).toMatchObject([{ line: 3, column }])
  expect(errorCount).toBe(1)
  expect(staged).toBe('')
})

test.each<[string, FeedLine]>([
  ['29 February', { birth_month: '02', birth_day: '29' }],
  ['no last day', { effective_to: '' }],
  ['names in other scripts and with combining marks', { given_name: '美', family_name: 'עֲמִיחַי', middle_name: 'é' }],
  ['text that looks like SQL or a pattern', { family_name: `Robert'); drop table learner;-- .*` }],
  ['a formula', { family_name: '=cmd()' }],
])('%s is no error', async (_name, changes) => {
  expect(await readLines([aLicensee(changes)])).toMatchObject({ errorCount: 0, rows: 1 })
})

test.each<[string, FeedLine, string]>([
  ['days', { effective_from: '2015-01-01' }, 'effective_from'],
  ['a status of licenses', { status: 'REVOKED' }, 'status'],
  ['a state without a number', { license_state: 'ME' }, 'license_number'],
  ['a state that is none', { license_state: 'XX', license_number: '1' }, 'license_state'],
])('a certification with %s is an error', async (_name, changes, column) => {
  expect((await readLines([aDiplomate(changes)], 'ABIM')).errors).toMatchObject([{ line: 2, column }])
})

test('a delta may end a record with its number alone, and knows no other action', async () => {
  const end = { ...Object.fromEntries(Object.keys(aLicensee()).map((key) => [key, ''])), number: 'MD1' }
  expect(await readLines([{ ...end, action: 'END' }], 'ME-MD', 'DELTA')).toMatchObject({ errorCount: 0 })
  const { errors } = await readLines([{ ...aLicensee(), action: 'DELETE' }], 'ME-MD', 'DELTA')
  expect(errors).toMatchObject([{ column: 'action' }])
})

test('a national file names the board of each line', async () => {
  expect((await readLines([aLicensee()], 'LICENSING')).errors).toMatchObject([
    { line: 1, message: expect.stringContaining('board') },
  ])
  const lines = [aLicensee({ board: 'ME-MD' }), aLicensee({ board: 'ABIM' }), aLicensee({ board: '' })]
  expect((await readLines(lines, 'LICENSING')).errors).toMatchObject([
    { line: 3, column: 'board' },
    { line: 4, column: 'board' },
  ])
})

describe('a file', () => {
  const header = 'number,status,effective_from,given_name,family_name,degree,birth_month,birth_day'
  const good = 'MD1,ACTIVE,2015-01-01,Ana,Smith,MD,9,10'
  test.each<[string, string | Buffer, { line: number; message?: string }]>([
    ['that is empty', '', { line: 1 }],
    ['with a header alone', `${header}\n`, { line: 2 }],
    ['without a column', `${header.replace('degree,', '')}\n${good}`, { line: 1, message: 'degree' }],
    ['with a column of its own', `${header},salary\n${good},1`, { line: 1, message: 'salary' }],
    ['with a column twice', `${header},npi,NPI\n${good},,`, { line: 1, message: 'twice' }],
    ['with a short line', `${header}\n${good}\nMD2,ACTIVE\n`, { line: 3, message: 'cells' }],
    ['with a quote that never ends', `${header}\n${good}\n"MD2,ACTIVE`, { line: 3, message: 'quotes' }],
    ['with a line that never ends', `${header}\n${good}\n${'x'.repeat(100_000)}`, { line: 3 }],
    [
      'in another encoding',
      Buffer.concat([Buffer.from(`${header}\n${good.replace('Ana', '')}`), Buffer.from([0xe9])]),
      { line: 2 },
    ],
    ['that is a workbook', Buffer.from('504b0304140006000800', 'hex'), { line: 1 }],
  ])('%s is refused', async (_name, text, error) => {
    const { errors, staged } = await read(await folder.writeText(text))
    expect(errors[0]).toMatchObject({ line: error.line, message: expect.stringContaining(error.message ?? '') })
    expect(staged).toBe('')
  })

  test('may begin with a byte order mark, end lines as Windows does, and have blank lines', async () => {
    const text = `\ufeff${header.toUpperCase()}\r\n\r\n${good}\r\n\r\n`
    expect(await read(await folder.writeText(text))).toMatchObject({ rows: 1, errorCount: 0 })
  })

  test('full of errors lists a hundred and counts the rest', async () => {
    const text = `${header}\n${`${good.replace('ACTIVE', 'WELL')}\n`.repeat(250)}`
    const { errors, errorCount, staged } = await read(await folder.writeText(text))
    expect([errors.length, errorCount, staged]).toEqual([100, 250, ''])
    expect(errors.at(-1)).toMatchObject({ line: 101, column: 'status' })
  })

  test('never repeats what stands in it', async () => {
    const { errors } = await readLines([aLicensee({ npi: '1234567890', family_name: '', birth_day: '77' })])
    expect(JSON.stringify(errors)).not.toMatch(/1234567890|77/)
  })
})

test.each([
  ['ME-MD', ['LICENSING', 'ME-MD']],
  ['ABIM', ['CERTIFYING', 'ABIM']],
])('%s overlaps with the national files of its kind', (name, scopes) => {
  expect(overlapping(feedScope(name))).toEqual(scopes)
  expect(overlapping(feedScope(scopes[0] ?? ''))).toContain(name)
})

test('there is no other board', () => {
  for (const name of ['', 'XX-MD', 'me-md', 'constructor']) expect(() => feedScope(name)).toThrow('no board')
})
