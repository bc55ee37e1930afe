import { stat } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { WorkbookLimits } from './limits.js'
import { FileRefusal } from './refusal.js'
import { refuseForeignFile } from './signature.js'

/** The zip package that an .xlsx file is: named parts, each checked before a byte of it is unpacked. */
export interface Package {
  has(part: string): boolean
  /** The bytes of a part; stopping early closes what was opened for it. */
  read(part: string): AsyncGenerator<Buffer>
  close(): void
}

/** Opens the package of a file, or refuses what is no .xlsx, is damaged, or would unpack beyond the limits. */
export async function openPackage(path: string, limits: WorkbookLimits): Promise<Package> {
  const { size } = await stat(path)
  if (size > limits.fileBytes) {
    throw new FileRefusal('FILE_TOO_LARGE', `The file is larger than ${megabytes(limits.fileBytes)}. Send it in parts.`)
  }
  await refuseForeignFile(path)
  const zip = await openPromise(path, { autoClose: false }).catch((cause: unknown) => refuseDamage(cause))
  try {
    const entries = await readEntries(zip, limits)
    return {
      has: (part) => entries.has(keyOf(part)),
      read: (part) => readEntry(zip, entries.get(keyOf(part)), part),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readEntries(zip: ZipFile, limits: WorkbookLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.zipEntries) {
    throw unsafe(`The file holds ${zip.entryCount} parts; a list has no more than ${limits.zipEntries}.`)
  }
  const entries = new Map<string, Entry>()
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const key = keyOf(entry.fileName)
      if (entries.has(key)) throw unsafe(`The file holds the part ${shown(key)} twice.`, shown(key))
      entries.set(key, entry)
      unpacked += entry.uncompressedSize
      checkEntry(entry, unpacked, limits)
    }
  } catch (error) {
    refuseDamage(error)
  }
  return entries
}

function checkEntry(entry: Entry, unpackedSoFar: number, limits: WorkbookLimits): void {
  const part = shown(entry.fileName)
  if (entry.isEncrypted()) throw new FileRefusal('FILE_FORMAT', `The file is locked with a password. ${saveUnlocked}`)
  if (!entry.canDecodeFileData()) {
    throw new FileRefusal('FILE_FORMAT', `The part ${part} is packed in an unusual way. ${saveAgain}`, part)
  }
  if (unpackedSoFar > limits.unpackedBytes) {
    throw new FileRefusal(
      'UNPACKED_TOO_LARGE',
      `Unpacked, the file is larger than ${megabytes(limits.unpackedBytes)} (up to its part ${part}). Send it in parts.`,
      part,
    )
  }
  const worthChecking = entry.uncompressedSize > smallPartBytes
  if (worthChecking && entry.uncompressedSize > entry.compressedSize * limits.packingRatio) {
    throw new FileRefusal(
      'UNPACKED_TOO_LARGE',
      `The part ${part} would unpack to more than ${limits.packingRatio} times its size, as no list does. ${saveAgain}`,
      part,
    )
  }
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, part: string): AsyncGenerator<Buffer> {
  if (!entry) throw new FileRefusal('FILE_FORMAT', `The file lacks its part ${shown(part)}. ${saveAgain}`, shown(part))
  let length = 0
  let sum = 0
  try {
    for await (const chunk of unpacked(await zip.openReadStreamPromise(entry, { decodeFileData: false }), entry)) {
      length += chunk.length
      sum = crc32(chunk, sum)
      if (length > entry.uncompressedSize) throw new Error('more bytes than declared')
      yield chunk
    }
    if (length !== entry.uncompressedSize || sum !== entry.crc32) throw new Error('other bytes than declared')
  } catch (error) {
    refuseDamage(error, shown(part))
  }
}

/** Unpacking in larger pieces than the zip library would saves a fifth of the time. */
function unpacked(packed: Readable, entry: Entry): AsyncIterable<Buffer> {
  if (entry.compressionMethod === stored) return packed
  // What goes wrong on either side surfaces where the result is read.
  return pipeline(packed, createInflateRaw({ chunkSize: 2 ** 16 }), () => {})
}

/** Turns what zip and deflate complain about into a refusal; an error of the disk stays what it is. */
function refuseDamage(cause: unknown, part?: string): never {
  if (cause instanceof FileRefusal || Object.hasOwn(Object(cause), 'syscall')) throw cause
  if (/relative path|absolute path|invalid characters/.test(String(cause))) {
    throw unsafe('The file holds a part whose name points outside of it.')
  }
  const where = part ? `its part ${part} is` : 'it is'
  throw new FileRefusal('FILE_FORMAT', `The file cannot be read: ${where} damaged or cut off. ${sendAgain}`, part, {
    cause,
  })
}

function unsafe(message: string, part?: string): FileRefusal {
  return new FileRefusal('FILE_FORMAT_UNSAFE', `${message} ${saveAgain}`, part)
}

/** Part names of a package differ in more than case. */
function keyOf(part: string): string {
  return part.replace(/^\//, '').toLowerCase()
}

function shown(part: string): string {
  return part.replace(/[^\w./ ()[\]-]/g, '?').slice(0, 100)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}

const stored = 0
const smallPartBytes = 2 ** 20
const saveAgain = 'Open it in your spreadsheet program, save it as a new .xlsx workbook and send that.'
const saveUnlocked = 'Remove the password in your spreadsheet program and save it again.'
const sendAgain = 'Send it again, or save it as a new .xlsx workbook first.'
