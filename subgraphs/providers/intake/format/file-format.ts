import { open } from 'node:fs/promises'
import { registerEnumType } from 'type-graphql'
import { ActivitySource } from '../../../reference/activity.js'
import { FileRefusal } from '../../../shared/workbook/refusal.js'
import { detectEncoding } from './encoding.js'

/** In which form a file of activities came. */
export enum FileFormat {
  XLSX = 'XLSX',
  CSV = 'CSV',
  TAB = 'TAB',
  XML = 'XML',
  JSON = 'JSON',
}

registerEnumType(FileFormat, {
  name: 'ActivityFileFormat',
  description: 'In which form a file of activities came.',
  valuesConfig: {
    XLSX: { description: 'The activity workbook (5.5).' },
    CSV: { description: 'The columns of the workbook, saved as CSV.' },
    TAB: { description: 'Tab-delimited text of the legacy templates C and D (5.4).' },
    XML: { description: 'MEMS XML (5.6).' },
    JSON: { description: 'JSON (5.7).' },
  },
})

/** The source that activities of such a file show. */
export const sourceOf: Readonly<Record<FileFormat, ActivitySource>> = {
  XLSX: ActivitySource.EXCEL,
  CSV: ActivitySource.EXCEL,
  TAB: ActivitySource.TAB,
  XML: ActivitySource.XML,
  JSON: ActivitySource.JSON,
}

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
  if (text.startsWith('<')) return FileFormat.XML
  if (text.startsWith('{') || text.startsWith('[')) return FileFormat.JSON
  const [firstLine = ''] = text.split(/\r?\n/)
  return firstLine.split('\t').length > firstLine.split(/[,;]/).length ? FileFormat.TAB : FileFormat.CSV
}

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
