import { cellsOf, grown } from './cells.js'
import { ChainIndex } from './chain-index.js'
import { hashText } from './hash.js'
import { Letters } from './letters.js'
import { Table } from './table.js'

/** Keys of numbers – licenses, ids at boards – with the issuer of each and the row of the person who holds it. */
export class NumberTable extends Table {
  private issuers: Uint8Array
  private holders: Int32Array
  private readonly keys: Letters<Uint8Array>
  private readonly index: ChainIndex

  constructor(expected: number) {
    super()
    this.issuers = cellsOf(Uint8Array, expected)
    this.holders = cellsOf(Int32Array, expected)
    this.keys = new Letters<Uint8Array>(Uint8Array, expected)
    this.index = new ChainIndex(expected)
  }

  get size(): number {
    return this.keys.size
  }

  /** Keys are letters and digits, as `numberKey` makes them, so that a byte holds each. */
  add(issuer: number, key: string, holder: number): void {
    const row = this.keys.add(key)
    if (row >= this.issuers.length) {
      this.issuers = grown(this.issuers, row)
      this.holders = grown(this.holders, row)
    }
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
    return this.keys.read(row)
  }

  has(row: number, key: string): boolean {
    return this.keys.is(row, key)
  }

  /** Calls back with every row that has this key, whoever issued it, until it is answered that this is enough. */
  forEach(key: string, visit: (row: number) => boolean): void {
    for (let row = this.index.first(hashText(key)); row >= 0; row = this.index.after(row)) {
      if (this.has(row, key) && !visit(row)) return
    }
  }
}
