import { readdir, readlink } from 'node:fs/promises'
import { relations, scratchFolder, sheetRow, workbookParts, zipParts } from '../../../test/fixtures/raw-workbook.js'
import type { SheetRow } from '../../shared/workbook/data-table.js'
import { workbookLimits } from '../../shared/workbook/limits.js'
import { inspectWorkbook, readWorkbook } from '../../shared/workbook/read-workbook.js'
import { type ColumnKey, learnerForm } from './columns.js'

const required = ['Record Action', 'ACCME Activity ID', 'Completion Date', 'First Name', 'Last Name', 'Date of Birth']
const headerTexts = [...required, 'Licensing State', 'Licensing ID or NPI', 'Number of CME Credits']
const guidance = sheetRow(1, ['Add or Delete.'])
const header = sheetRow(2, headerTexts)
const ada = sheetRow(3, ['Add', '200000001', '6/30/2022', 'Deirdre', 'Marchetti', '09/10', 'Maine', '0018765', '10'])

let folder: Awaited<ReturnType<typeof scratchFolder>>
beforeEach(async () => {
  folder = await scratchFolder()
})
afterEach(() => folder.remove())

async function workbook(sheetData: string, changes: Record<string, string | Buffer> = {}): Promise<string> {
  const path = folder.path('upload.xlsx')
  await zipParts(path, { ...workbookParts(sheetData), ...changes })
  return path
}

async function rowsOf(path: string, limits = workbookLimits) {
  const rows: SheetRow<ColumnKey>[] = []
  for await (const row of readWorkbook(path, learnerForm, limits)) rows.push(row)
  return rows
}

/** The cells of the first data row, as `text` and, where it is no plain text, `(kind)`. */
async function firstRowOf(sheetData: string, changes: Record<string, string> = {}) {
  const [row] = await rowsOf(await workbook(sheetData, changes))
  return Object.fromEntries(
    Object.entries(row?.cells ?? {}).map(([key, { text, kind }]) => [
      key,
      kind === 'text' ? text : `${text} (${kind})`,
    ]),
  )
}

describe('a workbook in the layout of the template', () => {
  test('gives its data rows under the spreadsheet’s own row numbers, and skips blank rows', async () => {
    const blank = sheetRow(4, ['', ' ', undefined])
    const path = await workbook(guidance + header + ada + blank + sheetRow(9, ['Delete', undefined, undefined, ' Bo ']))
    expect(await rowsOf(path)).toEqual([
      {
        rowNumber: 3,
        cells: {
          recordAction: { text: 'Add', kind: 'text' },
          activityId: { text: '200000001', kind: 'text' },
          completionDate: { text: '6/30/2022', kind: 'text' },
          firstName: { text: 'Deirdre', kind: 'text' },
          lastName: { text: 'Marchetti', kind: 'text' },
          dateOfBirth: { text: '09/10', kind: 'text' },
          licensingState: { text: 'Maine', kind: 'text' },
          licenseIdOrNpi: { text: '0018765', kind: 'text' },
          cmeCredits: { text: '10', kind: 'text' },
        },
      },
      {
        rowNumber: 9,
        cells: { recordAction: { text: 'Delete', kind: 'text' }, firstName: { text: 'Bo', kind: 'text' } },
      },
    ])
  })

  test('is summed up in one reading', async () => {
    const path = await workbook(guidance + sheetRow(2, [...headerTexts, 'Notes', 'Outcome', 'reason ']) + ada)
    expect(await inspectWorkbook(path, learnerForm)).toEqual({
      sheetName: 'Sheet1',
      headerRow: 2,
      columns: expect.arrayContaining(['recordAction', 'cmeCredits']),
      warnings: [{ code: 'COLUMN_UNKNOWN', place: 'Sheet1!J2', message: expect.stringContaining('Notes') }],
      rowCount: 1,
    })
  })

  test('may have its columns in any order, in any case, with blanks and stars', async () => {
    const names = [
      'LAST  name',
      'first name *',
      ...headerTexts.filter((name) => !/name/i.test(name)).map((name) => `${name} `),
    ]
    const row = await firstRowOf(sheetRow(2, names) + sheetRow(3, ['Marchetti', 'Dee']))
    expect(row).toEqual({ lastName: 'Marchetti', firstName: 'Dee' })
  })

  test('may lack the guidance row', async () => {
    const path = await workbook(sheetRow(1, headerTexts) + sheetRow(2, ['Add']) + sheetRow(3, ['Delete']))
    expect((await rowsOf(path)).map(({ rowNumber }) => rowNumber)).toEqual([2, 3])
  })

  test('may repeat the pair of credit type and credits', async () => {
    const amount = 'Credits Awarded for Credit Type'
    const names = [
      ...headerTexts,
      'Credit Type ',
      amount,
      'Additional Credit Type',
      amount,
      'Additional Credit Type2',
      `${amount}3`,
    ]
    const cells = [
      ...headerTexts.map(() => undefined),
      'Medical Knowledge',
      '5',
      'Patient Safety',
      '2',
      'Practice Assessment',
      '1',
    ]
    expect(await firstRowOf(sheetRow(2, names) + sheetRow(3, cells))).toEqual({
      creditType: 'Medical Knowledge',
      creditTypeCredits: '5',
      additionalCreditType1: 'Patient Safety',
      additionalCredits1: '2',
      additionalCreditType2: 'Practice Assessment',
      additionalCredits2: '1',
    })
  })
})

describe('a cell', () => {
  const cells: [what: string, column: string, xml: string, expected: string][] = [
    ['shared text', 'firstName', '<c t="s"><v>1</v></c>', 'one'],
    [
      'rich text',
      'firstName',
      '<c t="inlineStr"><is><r><t>De</t></r><r><t xml:space="preserve">e Ann</t></r></is></c>',
      'Dee Ann',
    ],
    ['text with a reading aid', 'firstName', '<c t="inlineStr"><is><t>山</t><rPh><t>やま</t></rPh></is></c>', '山'],
    ['text as a formula’s value without a formula', 'firstName', '<c t="str"><v>Dee</v></c>', 'Dee'],
    ['escaped characters', 'firstName', '<c t="str"><v>De_x000D_e &amp; _x005F_x0041_</v></c>', 'De\re & _x0041_'],
    ['controls and half characters', 'firstName', '<c t="str"><v>De_x0000__x0007__xD800_e</v></c>', 'De�e'],
    ['a text we guarded ourselves', 'firstName', '<c t="str"><v>\'=HYPERLINK("x")</v></c>', '=HYPERLINK("x")'],
    ['an apostrophe of its own', 'lastName', "<c t='str'><v>'t Hooft</v></c>", "'t Hooft"],
    ['a whole number', 'licenseIdOrNpi', '<c><v>1234567.0</v></c>', '1234567 (number)'],
    ['float noise', 'cmeCredits', '<c><v>0.30000000000000004</v></c>', '0.3 (number)'],
    ['an exponent', 'licenseIdOrNpi', '<c><v>1.23456789E9</v></c>', '1234567890 (number)'],
    ['a truth value', 'firstName', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an error', 'cmeCredits', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a day', 'completionDate', '<c s="1"><v>44742</v></c>', '2022-06-30 (date)'],
    ['a day with a time', 'completionDate', '<c s="1"><v>44742.999988</v></c>', '2022-06-30 (date)'],
    ['a day that lost its format', 'completionDate', '<c><v>44742</v></c>', '2022-06-30 (date)'],
    ['a bare year', 'completionDate', '<c><v>2022</v></c>', '2022 (number)'],
    ['an ISO day', 'completionDate', '<c t="d"><v>2022-06-30T00:00:00</v></c>', '2022-06-30 (date)'],
    ['the day that never was', 'completionDate', '<c s="1"><v>60</v></c>', '60 (number)'],
    ['a number of a license', 'licenseIdOrNpi', '<c><v>44742</v></c>', '44742 (number)'],
    ['a birthday as a day', 'dateOfBirth', '<c s="1"><v>27647</v></c>', '09/10'],
    ['a birthday that lost its format', 'dateOfBirth', '<c><v>27647</v></c>', '09/10'],
    ['a birthday with a year', 'dateOfBirth', '9/10/1975', '09/10'],
    ['a birthday with a year first', 'dateOfBirth', '1975-09-10', '09/10'],
    ['an impossible birthday', 'dateOfBirth', '2/30/1975', '2/30/####'],
    ['an impossible birthday with a short year', 'dateOfBirth', '13/31/05', '13/31/##'],
    ['an impossible birthday, year first', 'dateOfBirth', '75.13.41', '##.13.##'],
  ]
  test.each(cells)('%s', async (_what, column, xml, expected) => {
    const at = [
      '',
      '',
      'completionDate',
      'firstName',
      'lastName',
      'dateOfBirth',
      '',
      'licenseIdOrNpi',
      'cmeCredits',
    ].indexOf(column)
    const row = sheetRow(3, [...Array<undefined>(at), xml])
    expect(await firstRowOf(header + row)).toEqual({ [column]: expected })
  })

  test('counts days from 1904 where the workbook says so', async () => {
    const row = sheetRow(3, [
      undefined,
      undefined,
      '<c s="1"><v>43280</v></c>',
      undefined,
      undefined,
      '<c><v>26185</v></c>',
    ])
    const parts = workbookParts('')
    const xml = parts['xl/workbook.xml']?.replace('<workbookPr/>', '<workbookPr date1904="1"/>') ?? ''
    expect(await firstRowOf(header + row, { 'xl/workbook.xml': xml })).toEqual({
      completionDate: '2022-06-30 (date)',
      dateOfBirth: '09/10',
    })
  })

  test('knows a day by the workbook’s own formats', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="165" formatCode="0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="165"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    const row = sheetRow(3, [undefined, '<c s="0"><v>44742</v></c>', '<c s="1"><v>44742</v></c>'])
    expect(await firstRowOf(header + row, { 'xl/styles.xml': styles })).toEqual({
      activityId: '44742 (number)',
      completionDate: '2022-06-30 (date)',
    })
  })
})

describe('a workbook of another program', () => {
  test('may leave out where rows and cells stand', async () => {
    const plain = [guidance, header, ada].join('').replace(/ r="\w+"/g, '')
    expect(await firstRowOf(plain)).toMatchObject({ lastName: 'Marchetti', cmeCredits: '10' })
  })

  test('may prefix its elements and use the strict names', async () => {
    const prefixed = `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>${(header + ada).replace(/<(\/?)(\w)/g, '<$1x:$2')}</x:sheetData></x:worksheet>`
    const rels = relations([['rId9', 'worksheet', '/xl/worksheets/sheet1.xml']]).replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006',
      'http://purl.oclc.org/ooxml/officeDocument',
    )
    const book =
      '<x:workbook xmlns:rel="x"><x:sheets><x:sheet name="Learners" sheetId="1" rel:id="rId9"/></x:sheets></x:workbook>'
    const row = await firstRowOf('', {
      'xl/worksheets/sheet1.xml': prefixed,
      'xl/_rels/workbook.xml.rels': rels,
      'xl/workbook.xml': book,
    })
    expect(row).toMatchObject({ firstName: 'Deirdre' })
  })

  test('may have other sheets before Sheet1, hidden ones, and formulas in what we do not read', async () => {
    const book =
      '<workbook xmlns:r="x"><sheets><sheet name="Notes" r:id="rId4"/><sheet name="sheet1" state="hidden" r:id="rId1"/></sheets></workbook>'
    const rels = relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId4', 'worksheet', 'worksheets/notes.xml'],
    ])
    const extension =
      '<extLst><ext><x14:conditionalFormatting xmlns:x14="x"><xm:f xmlns:xm="y">A1</xm:f></x14:conditionalFormatting></ext></extLst>'
    const row = await firstRowOf('', {
      'xl/workbook.xml': book,
      'xl/_rels/workbook.xml.rels': rels,
      'xl/worksheets/notes.xml': '<worksheet><sheetData><row><c><f>1+1</f></c></row></sheetData></worksheet>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${header + ada}</sheetData>${extension}</worksheet>`,
    })
    expect(row).toMatchObject({ lastName: 'Marchetti' })
  })

  test('may name its parts in another case', async () => {
    const { 'xl/sharedStrings.xml': texts = '', ...parts } = workbookParts(
      header + sheetRow(3, ['<c t="s"><v>0</v></c>']),
    )
    const path = folder.path('case.xlsx')
    await zipParts(path, { ...parts, 'xl/SharedStrings.xml': texts })
    expect((await rowsOf(path))[0]?.cells.recordAction?.text).toBe('zero')
  })
})

describe('memory and files', () => {
  const texts = Array.from({ length: 500 }, (_, i) => `<si><t>Łukasz ${i}</t></si>`)
  const manyRows = texts.map((_, i) =>
    sheetRow(i + 3, ['Add', undefined, undefined, `<c t="s"><v>${(i * 7) % 500}</v></c>`]),
  )

  test('shared texts beyond what memory may hold come from a scratch file that leaves no name', async () => {
    const path = await workbook(header + manyRows.join(''), { 'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>` })
    const rows = await rowsOf(path, { ...workbookLimits, sharedStringBytesInMemory: 1000 })
    expect(rows.map(({ cells }) => cells.firstName?.text)).toEqual(texts.map((_, i) => `Łukasz ${(i * 7) % 500}`))
    expect(await readdir(folder.path('.'))).toEqual(['upload.xlsx'])
  })

  test('leaving the loop early closes everything', async () => {
    const path = await workbook(header + manyRows.join(''), { 'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>` })
    for await (const row of readWorkbook(path, learnerForm, { ...workbookLimits, sharedStringBytesInMemory: 1000 })) {
      if (row.rowNumber === 10) break
    }
    expect(await openFilesIn(folder.path('.'))).toEqual([])
  })
})

/** Where the system tells: the files of a folder that this process holds open, removed ones included. */
async function openFilesIn(path: string): Promise<string[]> {
  const handles = await readdir('/proc/self/fd').catch(() => [])
  const targets = await Promise.all(handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => '')))
  return targets.filter((target) => target.startsWith(path))
}
