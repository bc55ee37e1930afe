import { cellsOf, grown } from './cells.js'
import { Table } from './table.js'

/** A day of which nothing is known, and that no license reaches. */
const farDay = 65_535

/**
 * From which day to which each license is in force, in half a number each: days since 1970, of which 65,534 are enough.
 * A license whose term is not known is never in force here.
 */
export class LicenseTerms extends Table {
  private terms: Uint32Array

  constructor(expected: number) {
    super()
    this.terms = cellsOf(Uint32Array, expected)
  }

  /** Notes the first and the last day of a license, where they are known. */
  set(license: number, from: number | undefined, until: number | undefined): void {
    if (license >= this.terms.length) this.terms = grown(this.terms, license)
    const isTerm = from !== undefined && until !== undefined
    this.terms[license] = isTerm ? inHalf(from) * 2 ** 16 + inHalf(until) : farDay * 2 ** 16
  }

  /** True when a license is known to be in force on a day. */
  covers(license: number, day: number): boolean {
    const term = this.terms[license] as number
    return day > 0 && day < farDay && term >>> 16 <= day && day <= (term & farDay)
  }
}

const inHalf = (day: number) => Math.min(farDay, Math.max(0, day))
