import type { NicknameTable } from '../names/nicknames.js'
import { plainLetters } from '../names/spelling.js'
import type { Physician } from '../population/physician.js'
import type { Population } from '../population/population.js'
import type { Said } from '../rows/said.js'
import { fits } from './fits.js'
import { hashOf } from './hash.js'

/** Finds everybody on file whom a row fits, without the names of a million people in memory. */
export class FitIndex {
  private readonly lasts: Uint32Array
  private readonly formers: Uint32Array
  private readonly firsts: Uint32Array
  private readonly initials: Uint8Array
  private readonly days: Uint16Array
  private readonly mask: number
  private readonly bearers = new Map<number, number>()
  private starts = new Uint32Array()
  private places = new Uint32Array()

  constructor(
    private readonly population: Population,
    private readonly nicknames: NicknameTable,
  ) {
    const { size } = population
    this.lasts = new Uint32Array(size)
    this.formers = new Uint32Array(size)
    this.firsts = new Uint32Array(size)
    this.initials = new Uint8Array(size)
    this.days = new Uint16Array(size)
    this.mask = 2 ** Math.max(4, Math.ceil(Math.log2(size + 1))) - 1
  }

  /** Notes the physician at a place; everybody is noted once, then the index is closed. */
  add(place: number, { first, last, formerLast, birthMonth, birthDay }: Physician): void {
    const letters = plainLetters(first)
    this.lasts[place] = hashOf(plainLetters(last))
    this.formers[place] = formerLast ? hashOf(plainLetters(formerLast)) : 0
    this.firsts[place] = hashOf(letters)
    this.initials[place] = letters.charCodeAt(0)
    this.days[place] = birthMonth * 32 + birthDay
  }

  /** Sorts the places by family name, former ones included. */
  close(): void {
    const counts = new Uint32Array(this.mask + 2)
    this.eachName((bucket) => {
      counts[bucket + 1] = (counts[bucket + 1] ?? 0) + 1
    })
    for (let bucket = 1; bucket < counts.length; bucket += 1)
      counts[bucket] = (counts[bucket] ?? 0) + (counts[bucket - 1] ?? 0)
    this.starts = counts
    this.places = new Uint32Array(counts.at(-1) ?? 0)
    const next = counts.slice()
    this.eachName((bucket, place) => {
      const at = next[bucket] ?? 0
      this.places[at] = place
      next[bucket] = at + 1
    })
  }

  /** Everybody whom all that was said fits; of those, the ones with that mail address when there are any. */
  fitting(said: Said): Physician[] {
    const hash = hashOf(plainLetters(said.last))
    const day = said.birthMonth * 32 + said.birthDay
    const isCalled = this.firstNames(said.first)
    const found: Physician[] = []
    this.eachNamed(hash, (place) => {
      if (day === 0 ? !isCalled(place) : this.days[place] !== day) return
      const physician = this.population.at(place)
      if (fits(said, physician, this.nicknames.are)) found.push(physician)
    })
    const byMail = found.filter(({ email }) => email !== '' && email === said.email)
    return byMail.length > 0 ? byMail : found
  }

  /** How many on file bear a family name. */
  bearersOf(last: string): number {
    const hash = hashOf(plainLetters(last))
    const known = this.bearers.get(hash)
    if (known !== undefined) return known
    let count = 0
    this.eachNamed(hash, (place) => {
      if (this.lasts[place] === hash) count += 1
    })
    this.bearers.set(hash, count)
    return count
  }

  private eachNamed(hash: number, visit: (place: number) => void): void {
    const bucket = hash & this.mask
    const end = this.starts[bucket + 1] ?? 0
    for (let at = this.starts[bucket] ?? 0; at < end; at += 1) {
      const place = this.places[at] ?? 0
      if (this.lasts[place] === hash || this.formers[place] === hash) visit(place)
    }
  }

  private eachName(visit: (bucket: number, place: number) => void): void {
    for (let place = 0; place < this.lasts.length; place += 1) {
      const [last = 0, former = 0] = [this.lasts[place], this.formers[place]]
      visit(last & this.mask, place)
      if (former !== 0 && (former & this.mask) !== (last & this.mask)) visit(former & this.mask, place)
    }
  }

  /** Whether somebody may be called so: quick, and never wrongly no. */
  private firstNames(said: string): (place: number) => boolean {
    const letters = [plainLetters(said), plainLetters(said.split(' ')[0] ?? '')]
    const hashes = new Set(letters.flatMap((name) => [name, ...this.nicknames.of(name)]).map(hashOf))
    const initial = letters[0]?.length === 1 ? letters[0].charCodeAt(0) : -1
    return (place) => hashes.has(this.firsts[place] ?? 0) || this.initials[place] === initial
  }
}
