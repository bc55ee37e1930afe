import { open } from 'node:fs/promises'
import { FileRefusal } from './refusal.js'

const saveAsXlsx = 'Open it in your spreadsheet program and save it as an Excel workbook (.xlsx).'

/** What people send under the name of a workbook, by its first bytes. */
const foreignFiles: readonly { starts: string; message: string }[] = [
  { starts: '%PDF', message: `The file is a PDF document, not an .xlsx workbook. Send the workbook it was made from.` },
  { starts: 'PK\x05\x06', message: 'The file is an empty zip archive, not an .xlsx workbook.' },
  { starts: 'PK\x07\x08', message: 'The file is one volume of a split zip archive, not an .xlsx workbook.' },
  {
    starts: '\x1F\x8B',
    message: 'The file is a gzip archive, not an .xlsx workbook. Unpack it and send what is inside.',
  },
  {
    starts: '7z\xBC\xAF',
    message: 'The file is a 7z archive, not an .xlsx workbook. Unpack it and send what is inside.',
  },
  { starts: 'Rar!', message: 'The file is a RAR archive, not an .xlsx workbook. Unpack it and send what is inside.' },
  { starts: '<', message: `The file is a web page or XML, not an .xlsx workbook. ${saveAsXlsx}` },
]

const oleHeader = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'
const oleNames: readonly { name: string; message: string }[] = [
  {
    name: 'EncryptedPackage',
    message:
      'The workbook is locked with a password. Remove the password in your spreadsheet program and save it again.',
  },
  { name: 'WordDocument', message: 'The file is an old Word document, not an .xlsx workbook.' },
]

/** Refuses a file whose first bytes are not those of a zip archive, and says what it is instead. */
export async function refuseForeignFile(path: string): Promise<void> {
  const file = await open(path)
  try {
    const head = await readAt(file, 0, 512)
    if (head.startsWith('PK\x03\x04')) return
    if (head.startsWith(oleHeader)) throw new FileRefusal('FILE_FORMAT', await describeOle(file, head))
    if (head === '') throw new FileRefusal('FILE_FORMAT', 'The file is empty (0 bytes). Send it again.')
    const foreign = foreignFiles.find(({ starts }) => head.trimStart().startsWith(starts))
    throw new FileRefusal('FILE_FORMAT', foreign?.message ?? `The file is not an .xlsx workbook. ${saveAsXlsx}`)
  } finally {
    await file.close()
  }
}

/** The old compound format names its streams in UTF-16 in a directory whose place stands in the header. */
async function describeOle(file: Awaited<ReturnType<typeof open>>, head: string): Promise<string> {
  const header = Buffer.from(head, 'latin1')
  const sectorBytes = header.length >= 52 && header.readUInt16LE(30) === 12 ? 4096 : 512
  const directory = header.length >= 52 ? (header.readUInt32LE(48) + 1) * sectorBytes : 0
  const names = (await readAt(file, directory, 4096)).replaceAll('\0', '')
  const known = oleNames.find(({ name }) => names.includes(name))
  return known?.message ?? `The file is an old Excel workbook (.xls), not .xlsx. ${saveAsXlsx}`
}

async function readAt(file: Awaited<ReturnType<typeof open>>, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.toString('latin1', 0, bytesRead)
}
