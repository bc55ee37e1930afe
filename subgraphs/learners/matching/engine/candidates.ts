import type { Comparison } from './compare/comparison.js'
import { keep, type Weighed } from './decide.js'
import type { Gathering } from './gather.js'
import type { ReadClaim } from './read-claim.js'
import type { PeopleTable } from './table/people-table.js'

/** Bits behind the likeliest candidate from which on nobody changes a decision, unless a board’s own id names him or her. */
const window = 24

/** Weighs the people who are gathered for a claim, each once, however often more of them are gathered. */
export class Candidates {
  private weighed: Weighed[] = []
  /** Bits of those before their excess was taken off, by which they are let in and go again. */
  private bitsOfWeighed: number[] = []
  private best = Number.NEGATIVE_INFINITY
  private done = 0
  private claim: ReadClaim | undefined

  constructor(
    private readonly people: PeopleTable,
    private readonly gathering: Gathering,
    private readonly comparison: Comparison,
  ) {}

  /** Takes a claim up, after everybody was gathered who holds a number of it. */
  begin(claim: ReadClaim): void {
    this.claim = claim
    this.weighed = []
    this.bitsOfWeighed = []
    this.best = Number.NEGATIVE_INFINITY
    this.done = 0
    this.comparison.begin(claim, this.gathering.licenseHolders)
  }

  /** Everybody gathered so far who may matter, the likeliest first, ties by id. */
  likeliest(): Weighed[] {
    const { rows } = this.gathering
    const hasSwapped = (this.claim?.readings.length ?? 0) > 1
    while (this.done < rows.length) this.weigh(rows[this.done++] as number, hasSwapped)
    if (this.weighed.length < 2) return this.weighed.slice()
    const { people } = this
    const likeliest = this.weighed.filter(({ row }, place) => this.matters(row, this.bitsOfWeighed[place] as number))
    if (likeliest.length < 2) return likeliest
    return likeliest.sort((one, other) => other.bits - one.bits || people.ids.compare(one.row, other.row))
  }

  private weigh(row: number, hasSwapped: boolean): void {
    const { comparison } = this
    const swapped = hasSwapped ? comparison.weigh(row, 1) : 0
    const asGiven = comparison.weigh(row, 0)
    const isSwapped = hasSwapped && swapped > asGiven
    const bits = hasSwapped ? Math.max(swapped, asGiven) + Math.log2(1 + 2 ** -Math.abs(swapped - asGiven)) : asGiven
    if (bits > this.best) this.best = bits
    if (!this.matters(row, bits)) return
    if (isSwapped) comparison.weigh(row, 1)
    const excess = comparison.excess(row, isSwapped ? 1 : 0)
    this.bitsOfWeighed.push(bits)
    this.weighed.push(keep(row, bits - excess, comparison))
  }

  private matters(row: number, bits: number): boolean {
    return bits >= this.best - window || this.gathering.boardHolders.includes(row)
  }
}
