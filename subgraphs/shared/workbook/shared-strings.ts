import type { WorkbookLimits } from './limits.js'
import type { Package } from './package.js'
import { FileRefusal } from './refusal.js'
import { TextStore } from './text-store.js'
import { readXml } from './xml.js'

/** Reads the texts that cells refer to by number; the reading aids of East Asian texts are left out. */
export async function readSharedStrings(
  source: Package,
  part: string | undefined,
  scratchPath: string,
  limits: WorkbookLimits,
): Promise<TextStore> {
  const store = new TextStore(scratchPath, limits.sharedStringBytesInMemory)
  if (part === undefined) return store
  let text = ''
  let inText = false
  let inReadingAid = false
  try {
    await readXml(source, part, limits, {
      open(name) {
        if (name === 'si') text = ''
        else if (name === 'rPh') inReadingAid = true
        else if (name === 't') inText = !inReadingAid
      },
      text(piece) {
        if (inText) text += piece
        if (text.length > limits.cellCharacters) throw tooLong(store.count, limits)
      },
      close(name) {
        if (name === 't') inText = false
        else if (name === 'rPh') inReadingAid = false
        else if (name === 'si') {
          if (store.count === limits.sharedStrings) throw tooMany(limits)
          store.add(text)
        }
      },
    })
    store.flush()
    return store
  } catch (error) {
    store.close()
    throw error
  }
}

function tooLong(index: number, limits: WorkbookLimits): FileRefusal {
  const place = `shared text ${index + 1}`
  const message = `The workbook holds a text of more than ${limits.cellCharacters} characters (${place}). Shorten that cell.`
  return new FileRefusal('CELL_TOO_LONG', message, place)
}

function tooMany(limits: WorkbookLimits): FileRefusal {
  const message = `The workbook holds more than ${limits.sharedStrings} different texts. Send it in parts.`
  return new FileRefusal('UNPACKED_TOO_LARGE', message)
}
