import { open } from 'node:fs/promises'
import { registerEnumType } from 'type-graphql'
import { FileRefusal } from '../workbook/refusal.js'
import { detectEncoding } from './encoding.js'

/** In which form a file came. */
export enum FileFormat {
  XLSX = 'XLSX',
  CSV = 'CSV',
  TAB = 'TAB',
  XML = 'XML',
  JSON = 'JSON',
}

registerEnumType(FileFormat, {
  name: 'FileFormat',
  description: 'In which form a file came.',
  valuesConfig: {
    XLSX: { description: 'A workbook (.xlsx).' },
    CSV: { description: 'Text whose columns are parted by commas or semicolons.' },
    TAB: { description: 'Text whose columns are parted by tabs.' },
    XML: { description: 'XML; for activities that of MEMS (5.6), for learners that of activity reports (5.8).' },
    JSON: { description: 'JSON (5.7, 5.8).' },
  },
})

/** What a file is by its first bytes; its name is not asked. */
export async function detectFormat(path: string): Promise<FileFormat> {
  const head = await headOf(path)
  if (head.length === 0) throw new FileRefusal('FILE_FORMAT', 'The file is empty (0 bytes). Send it again.')
  // Whatever is packed or a document of its own is told apart where workbooks are opened.
  if (packed.some((start) => head.subarray(0, 4).toString('latin1').startsWith(start))) return FileFormat.XLSX
  const text = new TextDecoder(detectEncoding(head))
    .decode(head)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (webPage.test(text)) throw new FileRefusal('FILE_FORMAT', aWebPage, 'line 1')
  if (text.startsWith('<')) return FileFormat.XML
  if (text.startsWith('{') || text.startsWith('[')) return FileFormat.JSON
  const [firstLine = ''] = text.split(/\r?\n/)
  return firstLine.split('\t').length > firstLine.split(/[,;]/).length ? FileFormat.TAB : FileFormat.CSV
}

const webPage = /^<(!doctype html|html|head|body|table)\b/i
const aWebPage =
  'The file is a web page, as some programs make one for a spreadsheet. Open it in your spreadsheet program and save it as an Excel workbook (.xlsx).'

const packed = ['PK', '\xD0\xCF\x11\xE0', '%PDF', '\x1F\x8B', '7z\xBC\xAF', 'Rar!']

/** The first bytes of a file. */
async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
