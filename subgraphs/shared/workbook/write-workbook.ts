import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { type OutputSheet, sheetXml } from './sheet-xml.js'
import { stylesXml } from './styles.js'
import { escapeXml } from './xml-text.js'

/** Writes a workbook to a stream while its rows come: what the reader of the stream cannot take yet is not made yet. */
export async function writeWorkbook(stream: Writable, sheets: readonly OutputSheet[]): Promise<void> {
  const zip = new ZipFile()
  for (const [part, xml] of Object.entries(fixedParts(sheets))) zip.addBuffer(Buffer.from(declaration + xml), part)
  const sources = sheets.map((sheet, i) => {
    const source = Readable.from(encoded(sheetXml(sheet)), { objectMode: false })
    // The zip library does not pass on what goes wrong with the rows.
    source.on('error', (error) => zip.outputStream.emit('error', error))
    zip.addReadStream(source, `xl/${sheetPart(i)}`)
    return source
  })
  zip.end()
  try {
    await pipeline(zip.outputStream, stream)
  } finally {
    for (const source of sources) source.destroy()
  }
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(declaration)
  for await (const piece of pieces) yield Buffer.from(piece)
}

function fixedParts(sheets: readonly OutputSheet[]): Record<string, string> {
  const targets = [
    ...sheets.map((_sheet, i) => ['worksheet', sheetPart(i)] as const),
    ['styles', 'styles.xml'] as const,
  ]
  return {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations(targets),
    'xl/styles.xml': stylesXml,
    'xl/workbook.xml': workbookXml(sheets),
  }
}

function contentTypes(sheets: readonly OutputSheet[]): string {
  const parts = [
    ['xl/workbook.xml', 'sheet.main'],
    ['xl/styles.xml', 'styles'],
    ...sheets.map((_sheet, i) => [`xl/${sheetPart(i)}`, 'worksheet']),
  ]
  const overrides = parts.map(
    ([part, type]) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  )
  return `<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const elements = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${relationNames}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageNames}/relationships">${elements.join('')}</Relationships>`
}

function workbookXml(sheets: readonly OutputSheet[]): string {
  const elements = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  return `<workbook xmlns="${sheetNames}" xmlns:r="${relationNames}"><bookViews><workbookView/></bookViews><sheets>${elements.join('')}</sheets></workbook>`
}

function sheetPart(index: number): string {
  return `worksheets/sheet${index + 1}.xml`
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packageNames = 'http://schemas.openxmlformats.org/package/2006'
const relationNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheetNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
