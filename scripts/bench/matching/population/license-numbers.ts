import { type LicensingState, licenseFormats } from '../../../../subgraphs/reference/license-formats.js'
import { NumberPattern } from '../../../seed/people/number-pattern.js'
import { type Random, randomStream } from '../../../seed/random/random.js'
import { Weighted } from '../../../seed/random/weighted.js'
import { homes, neighboursOf } from './profile.js'

const further = new Weighted([
  [0, 77],
  [1, 15],
  [2, 5],
  [3, 3],
])
const mostLicenses = 4

/** In which states somebody is licensed, the home first. */
export function drawStates(random: Random, home: string): string[] {
  const states = new Set([home])
  for (let wanted = further.draw(random); wanted > 0; wanted -= 1) {
    states.add(random.chance(0.5) ? random.pick(neighboursOf(home)) : homes.draw(random))
  }
  return [...states]
}

/** Hands out license numbers that no two physicians of a state and a degree share, in the manner of that state. */
export class LicenseNumbers {
  private readonly patterns = new Map<string, { pattern: NumberPattern; size: number }>()
  private readonly next = new Map<string, number>()
  /** The place of each license in its state’s list, four for each physician. */
  private readonly places: Uint32Array

  constructor(
    size: number,
    private readonly seed: number,
  ) {
    this.places = new Uint32Array(size * mostLicenses)
  }

  /** Books the licenses of one physician on file; called once for each, in order. */
  book(index: number, states: readonly string[], degree: 'MD' | 'DO'): void {
    states.forEach((state, nth) => {
      const key = formatOf(state, degree)
      const place = this.next.get(key) ?? 0
      this.next.set(key, place + 1)
      this.places[index * mostLicenses + nth] = place
    })
  }

  /** The number that was booked. */
  numberOf(index: number, nth: number, state: string, degree: 'MD' | 'DO'): string {
    return this.at(formatOf(state, degree), this.places[index * mostLicenses + nth] ?? 0)
  }

  /** A number that nobody on file has in this state: the lists go on after the last booked one. */
  unbooked(offset: number, state: string, degree: 'MD' | 'DO'): string {
    const key = formatOf(state, degree)
    return this.at(key, (this.next.get(key) ?? 0) + offset)
  }

  private at(key: string, place: number): string {
    const { pattern, size } = this.patternOf(key)
    const number = pattern.at(place % size)
    return place < size ? number : `${number}${Math.floor(place / size)}`
  }

  private patternOf(key: string) {
    const known = this.patterns.get(key)
    if (known) return known
    const text = key.slice(3)
    const entry = {
      pattern: new NumberPattern(text, randomStream(this.seed, `licenses ${key}`)(0)),
      size: sizeOf(text),
    }
    this.patterns.set(key, entry)
    return entry
  }
}

/** One list of numbers: boards of a state that write numbers alike share it. */
function formatOf(state: string, degree: 'MD' | 'DO'): string {
  const format = licenseFormats[state as LicensingState]
  return `${state} ${degree === 'DO' ? format.do : format.md}`
}

const sizeOf = (pattern: string) =>
  [...pattern.matchAll(/#|\{([A-Z0-9]+)\}/g)].reduce((size, [, letters]) => size * (letters?.length ?? 10), 1)
