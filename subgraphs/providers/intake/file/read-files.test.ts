import { sheetRow, workbookParts, zipParts } from '../../../../test/fixtures/raw-workbook.js'
import { intakeLimits } from '../format/limits.js'
import { legacyColumns, legacyHeaders } from '../legacy/legacy-layout.js'
import { filesFolder, readAll, refusalOf, textsIn } from '../testing/files.js'

let files: Awaited<ReturnType<typeof filesFolder>>
beforeAll(async () => {
  files = await filesFolder()
})
afterAll(() => files.remove())

const headers = ['Provider Activity ID', 'Title', 'Start Date', 'Number of Credits']
const guidance = ['Yours', '1 to 250 characters', 'mm/dd/yyyy', 'In steps of 0.25']
const grandRounds = { providerActivityId: 'GR-1', title: 'Grand Rounds', startsOn: '2026-03-01', credits: '1.5' }

describe('a workbook (5.5, B01, B03, B07)', () => {
  const row = ['GR-1', 'Grand Rounds', { day: '2026-03-01' }, 1.5]
  test.each([
    ['with a row of guidance', [guidance, headers, row], 3],
    ['without', [headers, row], 2],
    ['with words about the file', [['Activities of 2026'], [], guidance, headers, row], 5],
  ])('%s', async (_, sheet, rowNumber) => {
    const { rows, shape } = await readAll(await files.book(sheet))
    expect(shape.format).toBe('XLSX')
    expect(rows.map((found) => [found.rowNumber, textsIn(found)])).toEqual([[rowNumber, grandRounds]])
  })

  test('a serial number without a format is a day in a column of days', async () => {
    const { rows } = await readAll(
      await files.book([
        ['Title', 'Start Date'],
        ['A', 44_742],
      ]),
    )
    expect(rows[0] && textsIn(rows[0])).toEqual({ title: 'A', startsOn: '2022-06-30' })
  })

  test('columns that nobody knows are kept with the row and not read (B02)', async () => {
    const { rows, shape } = await readAll(
      await files.book([
        [...headers, 'Room'],
        [...row, 'B 12'],
      ]),
    )
    expect(shape.columns.at(-1)).toMatchObject({ header: 'Room', key: null })
    expect(rows[0]?.submitted).toEqual(['GR-1', 'Grand Rounds', '2026-03-01', '1.5', 'B 12'])
  })
})

describe('a text file with a header (B04, B05)', () => {
  const lines = (mark: string) =>
    [headers, ['GR-1', 'Grand Rounds', '2026-03-01', '1.5']].map((row) => row.join(mark)).join('\r\n')
  test.each<[string, string | Uint8Array, string]>([
    ['commas', lines(','), 'CSV'],
    ['semicolons', lines(';'), 'CSV'],
    ['tabs', lines('\t'), 'TAB'],
    ['a byte order mark', `\uFEFF${lines(',')}`, 'CSV'],
    ['UTF-16', Buffer.from(`\uFEFF${lines(',')}`, 'utf16le'), 'CSV'],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${lines(',')}`, 'utf16le').swap16(), 'CSV'],
    ['UTF-16 without a mark', Buffer.from(lines('\t'), 'utf16le'), 'TAB'],
    ['line feeds alone', lines(',').replaceAll('\r', ''), 'CSV'],
  ])('%s', async (_, content, format) => {
    const { rows, shape } = await readAll(await files.text(content))
    expect([shape.format, rows.map(textsIn)]).toEqual([format, [grandRounds]])
  })

  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from('Title,Start Date\nCafé “Łódź”,3/1/2026'), 'Café “Łódź”'],
    [
      'Windows-1252',
      Buffer.from([...Buffer.from('Title,Start Date\nCaf'), 0xe9, 0x20, 0x93, 0x94, ...Buffer.from(',3/1/2026')]),
      'Café “”',
    ],
  ])('%s is read as such', async (_, content, title) => {
    const { rows } = await readAll(await files.text(content))
    expect(rows[0] && textsIn(rows[0]).title).toBe(title)
  })

  test('rows are counted as a spreadsheet shows them, lines as the file has them (B07)', async () => {
    const { rows } = await readAll(await files.text('Title,Start Date\n"two\nlines",3/1/2026\n\nlast,3/2/2026\n'))
    expect(rows.map(({ rowNumber, line, cells }) => [rowNumber, line, cells.title?.text])).toEqual([
      [2, 2, 'two\nlines'],
      [4, 5, 'last'],
    ])
  })

  test('blank is nothing, 0 is something, and a space is something only between tabs', async () => {
    const csv = await readAll(await files.text('Title,Start Date,Physicians\nA, ,0'))
    expect(csv.rows.map(textsIn)).toEqual([{ title: 'A', physicianLearners: '0' }])
    const tab = await readAll(await files.text('Title\tStart Date\tPhysicians\nA\t \t0'))
    expect(tab.rows.map(textsIn)).toEqual([{ title: 'A', startsOn: ' ', physicianLearners: '0' }])
  })

  test('a formula in our result file reads back as what it was (B09)', async () => {
    const { rows } = await readAll(await files.text(`Title,Start Date\n'=1+1,3/1/2026`))
    expect(rows[0]?.cells.title?.text).toBe('=1+1')
  })
})

describe('the legacy templates (5.4)', () => {
  const rowOf = (template: 'TEMPLATE_C' | 'TEMPLATE_D', values: Record<string, string>, supporters: string[][] = []) =>
    [...legacyColumns[template].map(({ header }) => values[header] ?? ''), ...supporters.flat()].join('\t')
  const course = {
    Template: 'C',
    'Provider Activity ID': 'GR-1',
    'Reporting Year': '2014',
    'Activity Title': 'Grand Rounds',
    'Activity Date': '03/01/2014',
    City: 'Bangor',
    State: 'ME',
    Country: 'USA',
    Providership: 'Direct',
    'Activity Type': 'C',
    'Hours of Instruction': '1.5',
    '# Physicians': '0',
    'Commercial Support Received?': 'Yes',
    'Total Monetary Amount': '5000',
    Expenses: '77',
    '# of AMA PRA Category 1 Credits designated': '1.5',
  }
  const supporters = [
    ['Acme', '5000', 'No', 'No', 'No', 'No', 'No', ''],
    ['Beta', '', 'Yes', 'No', 'No', 'No', 'No', ''],
  ]
  const expected = {
    providerActivityId: 'GR-1',
    title: 'Grand Rounds',
    startsOn: '03/01/2014',
    endsOn: '2014-03-01',
    city: 'Bangor',
    state: 'ME',
    country: 'USA',
    providership: 'Direct',
    activityFormat: 'C',
    deliveryMethods: 'In-Person',
    physicianLearners: '0',
    commercialSupportReceived: 'Yes',
    credits: '1.5',
    supporter: 'Acme',
    supportAmount: '5000',
    inKindSupporters: 'Beta',
  }

  test.each(['TEMPLATE_C', 'TEMPLATE_D'] as const)(
    '%s: what is dropped is not read, what repeats is',
    async (template) => {
      const { rows, shape } = await readAll(await files.text(rowOf(template, course, supporters)))
      expect(shape).toMatchObject({ format: 'TAB', template, headerRow: 0 })
      expect(rows.map((row) => [row.rowNumber, textsIn(row), row.issues])).toEqual([[1, expected, []]])
    },
  )

  test.each([
    ['IL', { deliveryMethods: 'Live-Streamed', endsOn: '2014-03-01' }],
    ['IEM', { deliveryMethods: 'Online', endsOn: '2014-12-31' }],
    ['EM', { deliveryMethods: 'Print/Other', endsOn: '2014-12-31' }],
    ['JN', { endsOn: '2014-12-31' }],
  ])('%s has no place, and delivery and last day as far as its code tells', async (type, more) => {
    const { rows } = await readAll(await files.text(rowOf('TEMPLATE_D', { ...course, 'Activity Type': type })))
    const { city: _, state: __, country: ___, deliveryMethods: ____, ...rest } = expected
    const { supporter: _s, supportAmount: _a, inKindSupporters: _i, ...plain } = rest
    expect(rows.map(textsIn)).toEqual([{ ...plain, activityFormat: type, ...more }])
  })

  test('that a change was evaluated, and not how, is said and not invented', async () => {
    const { rows } = await readAll(
      await files.text(rowOf('TEMPLATE_D', { ...course, 'Changes in Performance evaluated?': 'Yes' })),
    )
    expect(rows[0]?.issues).toMatchObject([{ code: 'OUTCOME_WAY_UNKNOWN', severity: 'WARNING', rule: 'A34' }])
    expect(rows[0]?.issues[0]?.message).toContain('performance')
  })

  test('a row with a tab too many is wrong alone', async () => {
    const good = rowOf('TEMPLATE_D', course)
    const { rows } = await readAll(await files.text([good, `${good}\tx`, good].join('\n')))
    expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([[], ['COLUMN_COUNT'], []])
  })

  test.each([
    ['the oldest template, with 43 columns', Array(43).fill('x').join('\t'), /oldest template/],
    ['the oldest template with a supporter', Array(51).fill('x').join('\t'), /oldest template/],
    [
      'a header (B04)',
      [legacyHeaders('TEMPLATE_D', 47), []].map((row) => row.join('\t')).join('\n'),
      /Delete that row/,
    ],
    ['another number of columns', Array(20).fill('x').join('\t'), /20 columns/],
  ])('%s is refused in words', async (_, content, message) => {
    expect(await refusalOf(await files.text(content))).toMatchObject({
      code: 'FILE_FORMAT',
      message: expect.stringMatching(message),
    })
  })
})

describe('what is refused', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'FILE_FORMAT'],
    ['a PDF', '%PDF-1.7', 'FILE_FORMAT'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_FORMAT'],
    ['a gzip archive', Buffer.from('1f8b0800', 'hex'), 'FILE_FORMAT'],
    ['words', 'Dear colleagues,\nhere is our list.', 'HEADER_MISSING'],
    ['a quotation mark without its other half', `Title,Start Date\n"${'x'.repeat(1_000_000)}`, 'CELL_TOO_LONG'],
    ['a long text', `Title,Start Date\n${'x'.repeat(40_000)},3/1/2026`, 'CELL_TOO_LONG'],
    ['many columns', `Title,Start Date\nA${',x'.repeat(300)}`, 'FILE_TOO_WIDE'],
    ['zero bytes', 'Title,Start Date\nA\0,3/1/2026', 'FILE_FORMAT'],
    ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x2c, 0x00]), 'FILE_FORMAT'],
  ])('%s', async (_, content, code) => expect(await refusalOf(await files.text(content))).toMatchObject({ code }))

  test.each<[string, string, Record<string, string | Buffer>, string]>([
    [
      'a part that unpacks to a thousand times its size',
      '',
      { 'xl/sharedStrings.xml': Buffer.alloc(40_000_000, ' ') },
      'UNPACKED_TOO_LARGE',
    ],
    ['a formula', sheetRow(2, ['<c t="str"><f>1+1</f><v>2</v></c>']), {}, 'CELL_FORMULA'],
    [
      'a document type',
      '',
      { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst/>' },
      'FILE_FORMAT_UNSAFE',
    ],
    ['a cell beyond the last column', sheetRow(2, ['A']).replace('A2', 'XFD2'), {}, 'FILE_TOO_WIDE'],
  ])('a workbook with %s, by the limits of every workbook (B08)', async (_, rows, changes, code) => {
    const path = await files.text('')
    await zipParts(path, { ...workbookParts(sheetRow(1, headers) + rows), ...changes })
    expect(await refusalOf(path)).toMatchObject({ code })
  })

  test('a workbook wider than may be', async () => {
    const path = await files.book([headers, ['GR-1', 'A', ...Array(intakeLimits.columns).fill('x')]])
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_TOO_WIDE' })
  })
})
