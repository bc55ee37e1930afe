import { cellsOf, grown } from './cells.js'
import { ChainIndex } from './chain-index.js'
import { hashText } from './hash.js'
import { Table } from './table.js'

/** Keys of numbers – licenses, ids at boards – with the issuer of each and the row of the person who holds it. */
export class NumberTable extends Table {
  private issuers: Uint8Array
  private holders: Int32Array
  private from: Uint32Array
  private text: Uint8Array
  private readonly index: ChainIndex
  private count = 0
  private end = 0

  constructor(expected: number) {
    super()
    this.issuers = cellsOf(Uint8Array, expected)
    this.holders = cellsOf(Int32Array, expected)
    this.from = cellsOf(Uint32Array, expected + 1)
    this.text = cellsOf(Uint8Array, expected * 8)
    this.index = new ChainIndex(expected)
  }

  get size(): number {
    return this.count
  }

  /** Keys are letters and digits, as `numberKey` makes them, so that a byte holds each. */
  add(issuer: number, key: string, holder: number): void {
    const row = this.count++
    if (row + 1 >= this.from.length) {
      this.from = grown(this.from, row + 1)
      this.issuers = grown(this.issuers, row)
      this.holders = grown(this.holders, row)
    }
    if (this.end + key.length > this.text.length) this.text = grown(this.text, this.end + key.length)
    for (let index = 0; index < key.length; index++) this.text[this.end++] = key.charCodeAt(index)
    this.from[row + 1] = this.end
    this.issuers[row] = issuer
    this.holders[row] = holder
    this.index.add(row, hashText(key))
  }

  issuerOf(row: number): number {
    return this.issuers[row] as number
  }

  holderOf(row: number): number {
    return this.holders[row] as number
  }

  keyOf(row: number): string {
    let key = ''
    const until = this.from[row + 1] as number
    for (let at = this.from[row] as number; at < until; at++) key += String.fromCharCode(this.text[at] as number)
    return key
  }

  has(row: number, key: string): boolean {
    const from = this.from[row] as number
    if ((this.from[row + 1] as number) - from !== key.length) return false
    for (let index = 0; index < key.length; index++) {
      if (this.text[from + index] !== key.charCodeAt(index)) return false
    }
    return true
  }

  /** Calls back with every row that has this key, whoever issued it, until it is answered that this is enough. */
  forEach(key: string, visit: (row: number) => boolean): void {
    for (let row = this.index.first(hashText(key)); row >= 0; row = this.index.after(row)) {
      if (this.has(row, key) && !visit(row)) return
    }
  }
}
