import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { relations, scratchFolder, sheetRow, workbookParts, zipParts } from '../../../test/fixtures/raw-workbook.js'
import { type WorkbookLimits, workbookLimits } from '../../shared/workbook/limits.js'
import { inspectWorkbook, readWorkbook } from '../../shared/workbook/read-workbook.js'
import { FileRefusal } from '../../shared/workbook/refusal.js'
import { learnerForm } from './columns.js'

const headerTexts = [
  'Record Action',
  'ACCME Activity ID',
  'Completion Date',
  'First Name',
  'Last Name',
  'Date of Birth',
  'Licensing State',
  'Number of CME Credits',
]
const header = sheetRow(1, ['guidance']) + sheetRow(2, headerTexts)
const row = (number: number) =>
  sheetRow(number, ['Add', '200000001', '6/30/2022', 'Dee', 'Marchetti', '09/10', 'ME', '1'])

let folder: Awaited<ReturnType<typeof scratchFolder>>
beforeEach(async () => {
  folder = await scratchFolder()
})
afterEach(() => folder.remove())

async function bytes(content: Buffer | string): Promise<string> {
  const path = folder.path('upload.xlsx')
  await writeFile(path, content)
  return path
}

async function zip(parts: Record<string, string | Buffer>): Promise<string> {
  const path = folder.path('upload.xlsx')
  await zipParts(path, parts)
  return path
}

function workbook(sheetData: string, changes: Record<string, string | Buffer> = {}): Promise<string> {
  return zip({ ...workbookParts(sheetData), ...changes })
}

/** Code, place and message of the refusal; reading must refuse as inspecting does. */
async function refusalOf(path: string, limits: Partial<WorkbookLimits> = {}) {
  const all = { ...workbookLimits, ...limits }
  const refusals = await Promise.all(
    [inspectWorkbook(path, learnerForm, all), readAll(path, all)].map((run) => run.then(notRefused, refused)),
  )
  expect(refusals[1]).toEqual(refusals[0])
  return refusals[0]
}

async function readAll(path: string, limits: WorkbookLimits): Promise<void> {
  for await (const _row of readWorkbook(path, learnerForm, limits));
}

function notRefused(): never {
  throw new Error('The file was read.')
}

function refused(error: unknown) {
  if (!(error instanceof FileRefusal)) throw error
  const { code, place, message } = error
  return { code, place, message }
}

describe('a file that is no workbook', () => {
  const ole = (name: string) => {
    const file = Buffer.alloc(4096)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
    file.writeUInt16LE(9, 30)
    file.writeUInt32LE(3, 48)
    file.write(name, 2048, 'utf16le')
    return file
  }
  const foreign: [what: string, content: Buffer | string, says: RegExp][] = [
    ['nothing', '', /empty/],
    ['text', 'Add,200000001,Dee', /not an \.xlsx workbook.*save it as/],
    ['a web page', '\n<html><table>', /web page/],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['an old workbook', ole('Workbook'), /\.xls\)/],
    ['a workbook with a password', ole('EncryptedPackage'), /password/],
    ['an old Word document', ole('WordDocument'), /Word/],
    ['an old file cut off in its header', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.xls\)/],
    ['a gzip archive', Buffer.from('1f8b0800', 'hex'), /gzip/],
  ]
  test.each(foreign)('%s', async (_what, content, says) => {
    expect(await refusalOf(await bytes(content))).toMatchObject({
      code: 'FILE_FORMAT',
      message: expect.stringMatching(says),
    })
  })

  const others: [what: string, parts: Record<string, string>, says: RegExp][] = [
    ['a zip archive', { 'learners.csv': 'Add' }, /zip archive/],
    ['an OpenDocument sheet', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }, /OpenDocument/],
    ['a Numbers document', { 'Index/Document.iwa': '' }, /Numbers/],
    [
      'a Word document',
      { '[Content_Types].xml': '<Types><Override ContentType="x.wordprocessingml.y"/></Types>' },
      /text document/,
    ],
    ['content types alone', { '[Content_Types].xml': '<Types/>' }, /zip archive/],
  ]
  test.each(others)('%s', async (_what, parts, says) => {
    expect(await refusalOf(await zip(parts))).toMatchObject({
      code: 'FILE_FORMAT',
      message: expect.stringMatching(says),
    })
  })

  test('a file that is not there stays an error of the disk', async () => {
    await expect(inspectWorkbook(folder.path('nothing.xlsx'), learnerForm)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('a file that carries something else', () => {
  const contentTypes = (type: string) => `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`

  test('macros under the name of a plain workbook', async () => {
    const renamed = await workbook(header + row(3), {
      '[Content_Types].xml': contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    })
    expect(await refusalOf(renamed)).toMatchObject({
      code: 'FILE_FORMAT_UNSAFE',
      message: expect.stringContaining('macros'),
    })
  })

  test('a macro program that the content types do not mention', async () => {
    const hidden = await workbook(header + row(3), { 'xl/vbaProject.bin': 'x' })
    expect(await refusalOf(hidden)).toMatchObject({ code: 'FILE_FORMAT_UNSAFE' })
  })

  test('a binary workbook', async () => {
    const type = 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'
    const binary = await workbook(header + row(3), { '[Content_Types].xml': contentTypes(type) })
    expect(await refusalOf(binary)).toMatchObject({ code: 'FILE_FORMAT', message: expect.stringContaining('.xlsb') })
  })

  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>${header}&b;</sheetData></worksheet>`
  const outside = '<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>'
  const entity = '<sst><si><t>&xxe;</t></si></sst>'
  const declarations: [what: string, part: string, xml: string, code: string][] = [
    ['a billion laughs', 'xl/worksheets/sheet1.xml', laughs, 'FILE_FORMAT_UNSAFE'],
    ['a document type elsewhere', 'xl/sharedStrings.xml', outside, 'FILE_FORMAT_UNSAFE'],
    ['an undeclared entity', 'xl/sharedStrings.xml', entity, 'FILE_FORMAT'],
    ['a document type in the relations', '_rels/.rels', outside, 'FILE_FORMAT_UNSAFE'],
  ]
  test.each(declarations)('%s', async (_what, part, xml, code) => {
    expect(await refusalOf(await workbook(header + row(3), { [part]: xml }))).toMatchObject({ code, place: part })
  })

  test('a part whose name points outside', async () => {
    const path = await workbook(header + row(3), { 'aa/aa/evil.xml': 'x' })
    await writeFile(
      path,
      Buffer.from((await readFile(path)).toString('latin1').replaceAll('aa/aa/', '../../'), 'latin1'),
    )
    expect(await refusalOf(path)).toMatchObject({
      code: 'FILE_FORMAT_UNSAFE',
      message: expect.stringContaining('outside'),
    })
  })

  test('a part twice', async () => {
    const path = await workbook(header + row(3), { 'XL/worksheets/sheet1.xml': '<worksheet/>' })
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_FORMAT_UNSAFE', place: 'xl/worksheets/sheet1.xml' })
  })

  test('a sheet that is to be fetched from elsewhere', async () => {
    const rels = relations([['rId1', 'worksheet', 'http://127.0.0.1/sheet1.xml']]).replace(
      '/>',
      ' TargetMode="External"/>',
    )
    const path = await workbook(header + row(3), { 'xl/_rels/workbook.xml.rels': rels })
    expect(await refusalOf(path)).toMatchObject({
      code: 'FILE_FORMAT',
      message: expect.stringContaining('no worksheet'),
    })
  })
})

describe('a file that unpacks to too much', () => {
  test('a part of blanks a thousand times its packed size', async () => {
    const bomb = await workbook(header + row(3), { 'xl/media/image1.png': Buffer.alloc(8 * 2 ** 20) })
    expect(await refusalOf(bomb)).toMatchObject({ code: 'UNPACKED_TOO_LARGE', place: 'xl/media/image1.png' })
  })

  test('parts that are harmless alone and too large together', async () => {
    const parts = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`xl/media/${i}.bin`, randomBytes(1000)]))
    const path = await workbook(header + row(3), parts)
    expect(await refusalOf(path, { unpackedBytes: 15_000 })).toMatchObject({ code: 'UNPACKED_TOO_LARGE' })
  })

  test('a part larger than it declares', async () => {
    const path = await workbook(header + row(3))
    const content = await readFile(path)
    const inDirectory = content.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    content.writeUInt32LE(100, inDirectory + 24)
    await writeFile(path, content)
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_FORMAT', place: 'xl/worksheets/sheet1.xml' })
  })

  test('a part smaller than it declares', async () => {
    const path = await workbook(header + row(3))
    const content = await readFile(path)
    const inDirectory = content.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    content.writeUInt32LE(content.readUInt32LE(inDirectory + 24) + 9, inDirectory + 24)
    await writeFile(path, content)
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_FORMAT', place: 'xl/worksheets/sheet1.xml' })
  })

  test('too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`xl/media/${i}.bin`, 'x']))
    expect(await refusalOf(await workbook(header + row(3), parts))).toMatchObject({ code: 'FILE_FORMAT_UNSAFE' })
  })

  test('a file larger than may be sent', async () => {
    expect(await refusalOf(await workbook(header + row(3)), { fileBytes: 500 })).toMatchObject({
      code: 'FILE_TOO_LARGE',
    })
  })

  test('more different texts than are kept', async () => {
    const path = await workbook(header + row(3))
    expect(await refusalOf(path, { sharedStrings: 1 })).toMatchObject({ code: 'UNPACKED_TOO_LARGE' })
  })

  test('elements in elements without end', async () => {
    const path = await workbook('<a>'.repeat(100_000))
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_FORMAT', place: 'xl/worksheets/sheet1.xml' })
  })

  const long = 'x'.repeat(2 ** 20)
  const longPieces: [what: string, changes: Record<string, string>, place: string][] = [
    ['a text of 1 MB', { 'xl/worksheets/sheet1.xml': sheet(header + sheetRow(3, ['Add', long])) }, 'Sheet1!B3'],
    [
      'a text a little too long',
      { 'xl/worksheets/sheet1.xml': sheet(header + sheetRow(3, ['Add', long.slice(0, 32_768)])) },
      'Sheet1!B3',
    ],
    [
      'many short texts in one cell',
      {
        'xl/worksheets/sheet1.xml': sheet(`${header}<row><c t="inlineStr"><is>${'<r><t>xxxx</t></r>'.repeat(10_000)}`),
      },
      'Sheet1!A3',
    ],
    ['a shared text of 1 MB', { 'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>` }, 'xl/sharedStrings.xml'],
    [
      'a shared text of many pieces',
      { 'xl/sharedStrings.xml': `<sst><si/><si>${'<r><t>xxxx</t></r>'.repeat(10_000)}</si></sst>` },
      'shared text 2',
    ],
    ['an attribute of 1 MB', { 'xl/styles.xml': `<styleSheet a="${long}"/>` }, 'xl/styles.xml'],
    ['a comment of 1 MB', { 'xl/styles.xml': `<!--${long}--><styleSheet/>` }, 'xl/styles.xml'],
  ]
  test.each(longPieces)('%s', async (_what, changes, place) => {
    const limits = { packingRatio: 2000 }
    expect(await refusalOf(await workbook('', changes), limits)).toMatchObject({ code: 'CELL_TOO_LONG', place })
  })
})

function sheet(sheetData: string): string {
  return `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`
}

describe('a file that is damaged', () => {
  test.each([100, 700, 1500])('cut off after %d bytes', async (length) => {
    const path = await workbook(header + row(3))
    await writeFile(path, (await readFile(path)).subarray(0, length))
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_FORMAT', message: expect.stringContaining('cut off') })
  })

  test('one wrong bit in the packed sheet', async () => {
    const path = await workbook(header + row(3))
    const content = await readFile(path)
    const place = content.indexOf('xl/worksheets/sheet1.xml') + 24 + 40
    content.writeUInt8(content.readUInt8(place) ^ 1, place)
    await writeFile(path, content)
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_FORMAT' })
  })

  test('a wrong checksum', async () => {
    const path = await workbook(header + row(3))
    const content = await readFile(path)
    content.writeUInt32LE(7, content.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 16)
    await writeFile(path, content)
    expect(await refusalOf(path)).toMatchObject({ code: 'FILE_FORMAT', place: 'xl/worksheets/sheet1.xml' })
  })

  const damaged: [what: string, changes: Record<string, string | Buffer>, place: string | undefined][] = [
    ['XML that ends early', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }, 'xl/worksheets/sheet1.xml'],
    [
      'bytes that are no UTF-8',
      { 'xl/sharedStrings.xml': Buffer.from('<sst>\xff</sst>', 'latin1') },
      'xl/sharedStrings.xml',
    ],
    ['no sheets', { 'xl/workbook.xml': '<workbook/>' }, undefined],
    [
      'a sheet without its part',
      { 'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', 'lost.xml']]) },
      'xl/lost.xml',
    ],
  ]
  test.each(damaged)('%s', async (_what, changes, place) => {
    expect(await refusalOf(await workbook(header + row(3), changes))).toMatchObject({ code: 'FILE_FORMAT', place })
  })
})

describe('a sheet that is not the table', () => {
  const cell = (xml: string) => header + sheetRow(3, ['Add', xml])
  const sheets: [what: string, sheetData: string, code: string, place: string][] = [
    ['nothing at all', '', 'HEADER_MISSING', 'Sheet1!A2'],
    ['no header', row(1) + row(2) + row(3), 'HEADER_MISSING', 'Sheet1!A2'],
    ['the header in row 3', row(1) + row(2) + sheetRow(3, headerTexts), 'HEADER_MISSING', 'Sheet1!A2'],
    ['a header without data', header, 'FILE_EMPTY', 'Sheet1!A3'],
    ['blank data', header + sheetRow(3, ['', ' ']), 'FILE_EMPTY', 'Sheet1!A3'],
    [
      'a column less',
      sheetRow(
        2,
        headerTexts.filter((name) => name !== 'Last Name'),
      ) + row(3),
      'COLUMN_MISSING',
      'Sheet1!A2',
    ],
    ['no column of credits', sheetRow(2, headerTexts.slice(0, 7)) + row(3), 'COLUMN_MISSING', 'Sheet1!A2'],
    ['a column twice', sheetRow(2, [...headerTexts, 'Birth Date']) + row(3), 'COLUMN_REPEATED', 'Sheet1!I2'],
    ['a formula', cell('<c t="str"><f>1+1</f><v>2</v></c>'), 'CELL_FORMULA', 'Sheet1!B3'],
    ['a shared formula', cell('<c><f t="shared" si="0"/><v>2</v></c>'), 'CELL_FORMULA', 'Sheet1!B3'],
    [
      'a formula in the guidance',
      sheetRow(1, ['<c><f>1</f></c>']) + sheetRow(2, headerTexts),
      'CELL_FORMULA',
      'Sheet1!A1',
    ],
    ['a value far to the right', `${header}<row r="3"><c r="BI3"><v>1</v></c></row>`, 'FILE_TOO_WIDE', 'Sheet1!BI3'],
    [
      'the last cell of all',
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      'FILE_TOO_WIDE',
      'Sheet1!XFD1048576',
    ],
    ['a row beyond the last', `${header}<row r="1048577"/>`, 'FILE_FORMAT', 'Sheet1!H2'],
    ['a cell beyond the last', `${header}<row r="3"><c r="XFE3"/></row>`, 'FILE_FORMAT', 'Sheet1!A3'],
    ['a cell of another row', `${header}<row r="3"><c r="A4"/></row>`, 'FILE_FORMAT', 'Sheet1!A3'],
    ['a cell without a row', `${header}<row r="3"><c r="A"/></row>`, 'FILE_FORMAT', 'Sheet1!A3'],
    ['a cell twice', `${header}<row r="3"><c r="B3"/><c r="B3"/></row>`, 'FILE_FORMAT', 'Sheet1!B3'],
    ['a row twice', header + row(3) + row(3), 'FILE_FORMAT', 'Sheet1!H3'],
    ['rows out of order', header + row(4) + row(3), 'FILE_FORMAT', 'Sheet1!H4'],
    ['a text that is not there', cell('<c t="s"><v>2</v></c>'), 'FILE_FORMAT', 'Sheet1!B3'],
    ['a text number that is none', cell('<c t="s"><v>-1</v></c>'), 'FILE_FORMAT', 'Sheet1!B3'],
    ['a kind of cell that is none', cell('<c t="x"><v>1</v></c>'), 'FILE_FORMAT', 'Sheet1!A3'],
  ]
  test.each(sheets)('%s', async (_what, sheetData, code, place) => {
    expect(await refusalOf(await workbook(sheetData))).toMatchObject({ code, place })
  })

  test('names every column that is missing', async () => {
    const path = await workbook(sheetRow(2, headerTexts.slice(0, 4)) + row(3))
    const refusal = await refusalOf(path)
    expect(refusal?.message).toMatch(/lacks the columns Last Name, Date of Birth, Number of CME Credits/)
  })

  test('one row more than the limit, and not one fewer', async () => {
    const rows = Array.from({ length: 101 }, (_, i) => row(i + 3)).join('')
    const path = await workbook(header + rows)
    expect(await refusalOf(path, { rows: 100 })).toMatchObject({ code: 'FILE_TOO_MANY_ROWS', place: 'Sheet1!A103' })
    expect(await inspectWorkbook(path, learnerForm, { ...workbookLimits, rows: 101 })).toMatchObject({ rowCount: 101 })
  })

  test('blank cells with a format beyond the table are no fault', async () => {
    const path = await workbook(`${header}${row(3)}<row r="4"><c r="XFD4" s="1"/></row>`)
    expect(await inspectWorkbook(path, learnerForm)).toMatchObject({ rowCount: 1 })
  })
})
