import { cellsOf, grown } from './cells.js'
import { Table } from './table.js'

const lettersOfText = 8

/** Texts, each under a number. Each thread makes a string of one when it is asked for it, and keeps that. */
export class Texts extends Table {
  private letters: Uint16Array
  /** Where each text begins, and after the last one the end. */
  private starts: Uint32Array
  private count = 0
  private readonly strings: string[] = []

  constructor(expected: number) {
    super()
    this.letters = cellsOf(Uint16Array, expected * lettersOfText)
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

  of(number: number): string {
    const { strings } = this
    while (strings.length <= number) strings.push('')
    const made = strings[number] as string
    if (made !== '') return made
    const string = String.fromCharCode(...this.letters.subarray(this.starts[number], this.starts[number + 1]))
    strings[number] = string
    return string
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
}
