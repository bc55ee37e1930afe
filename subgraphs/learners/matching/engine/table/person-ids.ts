import { ChainIndex } from './chain-index.js'
import { hashText } from './hash.js'
import { Records } from './records.js'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Ids by row: of UUIDs only the 16 bytes are kept, of any other id the text. */
export class PersonIds {
  private readonly words: Records
  /** Empty for a UUID. */
  private readonly texts: string[] = []
  private readonly index: ChainIndex

  constructor(expected: number) {
    this.words = new Records(4, expected)
    this.index = new ChainIndex(expected)
  }

  get size(): number {
    return this.words.size
  }

  add(personId: string): number {
    const row = this.words.add()
    const isUuid = uuid.test(personId)
    this.texts.push(isUuid ? '' : personId)
    if (isUuid) {
      const digits = personId.replaceAll('-', '')
      for (let word = 0; word < 4; word++) {
        this.words.set(row, word, Number.parseInt(digits.slice(8 * word, 8 * word + 8), 16) | 0)
      }
    }
    this.index.add(row, hashText(personId))
    return row
  }

  of(row: number): string {
    return this.texts[row] || this.uuidOf(row)
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
    let text = ''
    for (let byte = 0; byte < 16; byte++) {
      if (byte === 4 || byte === 6 || byte === 8 || byte === 10) text += '-'
      text += hex[(this.words.get(row, byte >> 2) >>> (24 - 8 * (byte & 3))) & 255] as string
    }
    return text
  }
}
