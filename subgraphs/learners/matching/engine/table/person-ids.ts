import { ChainIndex } from './chain-index.js'
import { hashText } from './hash.js'
import { Records } from './records.js'
import { Table } from './table.js'
import { Texts } from './texts.js'

const uuidLength = 36
/** The numbers of the UUID that was read last. */
const words = new Int32Array(4)

/** Reads a UUID in lower case into `words`; false for any other id. */
function readUuid(text: string): boolean {
  if (text.length !== uuidLength) return false
  let digits = 0
  for (let place = 0; place < uuidLength; place++) {
    const code = text.charCodeAt(place)
    if (place === 8 || place === 13 || place === 18 || place === 23) {
      if (code !== 45) return false
      continue
    }
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1
    if (digit < 0) return false
    words[digits >> 3] = ((words[digits >> 3] as number) << 4) | digit
    digits++
  }
  return true
}

const digits = '0123456789abcdef'
/** The letters of the UUID that is written; at once they make a text that is in one piece. */
const letters = Buffer.alloc(uuidLength, '-')

/** After the four words of a UUID: one more than the number of the text of any other id, 0 for a UUID. */
const TEXT = 4

/** Ids by row: of UUIDs only the 16 bytes are kept, of any other id the text. */
export class PersonIds extends Table {
  private readonly words: Records
  private readonly texts = new Texts(0)
  private readonly index: ChainIndex

  constructor(expected: number) {
    super()
    this.words = new Records(5, expected)
    this.index = new ChainIndex(expected)
  }

  get size(): number {
    return this.words.size
  }

  add(personId: string): number {
    const row = this.words.add()
    if (readUuid(personId)) for (let word = 0; word < 4; word++) this.words.set(row, word, words[word] as number)
    else this.words.set(row, TEXT, this.texts.add(personId) + 1)
    this.index.add(row, hashText(personId))
    return row
  }

  of(row: number): string {
    const text = this.words.get(row, TEXT)
    return text ? this.texts.of(text - 1) : this.uuidOf(row)
  }

  /** Which of two ids comes first, as their texts would; negative for the first one. */
  compare(one: number, other: number): number {
    if (this.words.get(one, TEXT) || this.words.get(other, TEXT)) return this.of(one) < this.of(other) ? -1 : 1
    for (let word = 0; word < 4; word++) {
      const gap = (this.words.get(one, word) >>> 0) - (this.words.get(other, word) >>> 0)
      if (gap !== 0) return gap
    }
    return 0
  }

  /** Does not depend on when the person came on file, unlike the row. */
  hashOf(row: number): number {
    return this.index.hashOf(row)
  }

  /** The latest row of an id, or -1. */
  first(personId: string): number {
    return this.seek(this.index.first(hashText(personId)), personId)
  }

  /** The row of the same id before this one, or -1. */
  after(row: number, personId: string): number {
    return this.seek(this.index.after(row), personId)
  }

  private seek(from: number, personId: string): number {
    let row = from
    while (row >= 0 && this.of(row) !== personId) row = this.index.after(row)
    return row
  }

  private uuidOf(row: number): string {
    let place = 0
    for (let digit = 0; digit < 32; digit++) {
      if (place === 8 || place === 13 || place === 18 || place === 23) place++
      letters[place++] = digits.charCodeAt((this.words.get(row, digit >> 3) >>> (28 - 4 * (digit & 7))) & 15)
    }
    return letters.toString('latin1')
  }
}
