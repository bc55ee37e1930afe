import type { PeopleTable } from './people-table.js'

/** A file this small or smaller says little about how common a name is; as many people of other names are imagined. */
export const imaginedPeople = 20_000

/** A name that nobody bears is taken for this share of a person. */
const unseen = 0.3

const daysOfAYear = 366
const bucketsPerDoubling = 1
const bucketOffset = 48
const buckets = 96

/** What is learned of a file once, when it is loaded. */
export interface Learned {
  /** Others of the same first and last name, on average, by log2 of how many there would be if names were independent. */
  namesakes: Float64Array
  /** log2 of the share of each first letter of given names. */
  initials: Float64Array
}

/**
 * How common things are in our own file, as log2 of a share: the chance that a stranger would be given like this.
 * Namesakes are counted, not only multiplied: first and last names come in pairs that belong together.
 */
export class Frequencies {
  readonly learned: Learned
  private leftOut: readonly number[] = []

  constructor(
    private readonly people: PeopleTable,
    learned?: Learned,
  ) {
    this.learned = learned ?? this.learn()
  }

  /** Counts initials, and namesakes of a sample that does not depend on the order of the file. */
  private learn(): Learned {
    const { people } = this
    const namesakes = new Float64Array(buckets)
    const initials = new Float64Array(27)
    const every = Math.max(1, Math.floor(people.population / 100_000))
    const sums = new Float64Array(buckets)
    const counts = new Float64Array(buckets)
    const letters = new Float64Array(27)
    for (let row = 0; row < people.rows; row++) {
      if (people.isGone(row) || people.ids.hashOf(row) % every !== 0) continue
      const family = people.family(row)
      const first = people.first(row)
      if (family < 0 || first < 0) continue
      const bucket = bucketOf(this.independent(family, first))
      sums[bucket] = (sums[bucket] as number) + people.pairs.of(family, first) - 1
      counts[bucket] = (counts[bucket] as number) + 1
      const letter = letterOf(people.names.nameOf(first))
      letters[letter] = (letters[letter] as number) + 1
    }
    const sampled = letters.reduce((sum, count) => sum + count, 0)
    letters.forEach((count, letter) => {
      initials[letter] = Math.log2((count + 20) / (sampled + 20 * letters.length))
    })
    for (let bucket = 0; bucket < buckets; bucket++) {
      const count = counts[bucket] as number
      namesakes[bucket] = count < 30 ? Number.NaN : Math.max((sums[bucket] as number) / count, 1e-4)
    }
    return { namesakes, initials }
  }

  /** Counts from now on as if these people were not on file: how common a name is among others. */
  leaveOut(rows: readonly number[]): void {
    this.leftOut = rows
  }

  /** Of the first letter of a given name. */
  initial(name: string): number {
    return (this.learned.initials[letterOf(name)] as number) || -rareLetter
  }

  family = (id: number) => this.share(this.families(id))
  first = (id: number) => this.share(this.firsts(id))
  middle = (id: number) => {
    const { people } = this
    return this.share(people.names.bearers('MIDDLE', id) - this.among((row) => people.middle(row) === id))
  }
  city = (id: number) => {
    const { people } = this
    return this.share(people.cities.bearers('FAMILY', id) - this.among((row) => people.city(row) === id))
  }

  /** Of a day of birth. */
  day(day: number): number {
    const born = (this.people.bornOn[day] as number) + imaginedPeople / daysOfAYear
    return Math.log2(born / (this.people.population + imaginedPeople))
  }

  /** Of a state among all licenses. */
  state(state: number): number {
    const licenses = (this.people.licensesIn[state] as number) + imaginedPeople / 52
    return Math.log2(licenses / (this.people.licenseCount + imaginedPeople))
  }

  /** Of a first and last name together. */
  pair(family: number, first: number): number {
    const named = family >= 0 && first >= 0 ? this.named(family, first) : 0
    const independent = this.independent(family, first)
    const average = this.learned.namesakes[bucketOf(independent)] as number
    const expected = Number.isNaN(average) ? Math.max(independent * 3, 1e-4) : Math.max(average, independent)
    const shrunk = (named + 0.5) / (1.5 / expected + 1)
    const counted = named > 1 ? ((named - 1) * named) / (named + 1) : 0
    return Math.log2(Math.max(shrunk, counted, 1e-6) / this.size)
  }

  private get size(): number {
    return this.people.population + imaginedPeople
  }

  private share(bearers: number): number {
    return Math.log2((bearers + unseen) / this.size)
  }

  private independent(family: number, first: number): number {
    return ((this.families(family) + unseen) * (this.firsts(first) + unseen)) / this.size
  }

  private families(id: number): number {
    const { people } = this
    const bearers = people.names.bearers('FAMILY', id)
    return this.isWhole ? bearers : bearers - this.among((row) => people.family(row) === id)
  }

  private firsts(id: number): number {
    const { people } = this
    const bearers = people.names.bearers('GIVEN', id)
    return this.isWhole ? bearers : bearers - this.among((row) => people.first(row) === id)
  }

  private named(family: number, first: number): number {
    const { people } = this
    if (this.isWhole) return people.pairs.of(family, first)
    const isNamed = (row: number) => people.family(row) === family && people.first(row) === first
    return people.pairs.of(family, first) - this.among(isNamed)
  }

  /** True where nobody is left out, as for every claim. */
  private get isWhole(): boolean {
    return this.leftOut.length === 0
  }

  /** How many of those who are left out it holds for. */
  private among(holds: (row: number) => boolean): number {
    let count = 0
    for (const row of this.leftOut) if (holds(row)) count++
    return count
  }
}

const bucketOf = (expected: number) =>
  Math.min(buckets - 1, Math.max(0, Math.round(Math.log2(expected) * bucketsPerDoubling) + bucketOffset))

const rareLetter = 5

/** 1 to 26 for the letters of the Latin alphabet, 0 for all others. */
function letterOf(name: string): number {
  const letter = name.charCodeAt(0) - 64
  return letter >= 1 && letter <= 26 ? letter : 0
}
