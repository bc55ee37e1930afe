import { cellsOf, grown } from './cells.js'
import { Table } from './table.js'

const lettersOfText = 8

/** Texts, each under a number, as their letters one behind the other: of one byte each, or of two where they may be any. */
export class Letters<Kind extends Uint8Array | Uint16Array = Uint16Array> extends Table {
  private letters: Kind
  /** Where each text begins, and after the last one the end. */
  private starts: Uint32Array
  private count = 0

  constructor(kind: Parameters<typeof cellsOf<Kind>>[0], expected: number) {
    super()
    this.letters = cellsOf(kind, expected * lettersOfText)
    this.starts = cellsOf(Uint32Array, expected + 1)
  }

  get size(): number {
    return this.count
  }

  /** The number of a new text. */
  add(text: string): number {
    const number = this.count++
    let end = this.starts[number] as number
    if (number + 1 >= this.starts.length) this.starts = grown(this.starts, number + 1)
    if (end + text.length > this.letters.length) this.letters = grown(this.letters, end + text.length)
    for (let place = 0; place < text.length; place++) this.letters[end++] = text.charCodeAt(place)
    this.starts[number + 1] = end
    return number
  }

  /** True for the very text, of which no string is made. */
  is(number: number, text: string): boolean {
    const start = this.starts[number] as number
    if ((this.starts[number + 1] as number) - start !== text.length) return false
    for (let place = 0; place < text.length; place++) {
      if (this.letters[start + place] !== text.charCodeAt(place)) return false
    }
    return true
  }

  /** The text, made anew. */
  read(number: number): string {
    let text = ''
    const end = this.starts[number + 1] as number
    for (let place = this.starts[number] as number; place < end; place++) {
      text += String.fromCharCode(this.letters[place] as number)
    }
    return text
  }
}
