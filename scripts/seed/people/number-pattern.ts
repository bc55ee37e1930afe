import { type Random, type RandomStream, randomStream } from '../random/random.js'

const slots = /#|\{([A-Z0-9]+)\}/g

/**
 * Numbers that look like a pattern (`#` is a digit, `{AC}` one of the letters), in an order that looks random and in
 * which none comes up twice before all have come up.
 */
export class NumberPattern {
  private readonly alphabets: readonly string[]
  private readonly size: number
  private readonly first: number
  private readonly step: number

  constructor(
    private readonly pattern: string,
    random: Random,
  ) {
    this.alphabets = [...pattern.matchAll(slots)].map(([, letters]) => letters ?? '0123456789')
    this.size = this.alphabets.reduce((product, { length }) => product * length, 1)
    this.first = random.below(this.size)
    this.step = coprimeTo(this.size, Math.floor(this.size * (0.35 + random.float() * 0.3)))
  }

  /** The n-th number. */
  at(index: number): string {
    let rest = (this.first + index * this.step) % this.size
    const characters = this.alphabets.map((alphabet) => {
      const character = alphabet.charAt(rest % alphabet.length)
      rest = Math.floor(rest / alphabet.length)
      return character
    })
    return this.pattern.replace(slots, () => characters.shift() ?? '')
  }
}

function coprimeTo(size: number, near: number): number {
  let step = near + 1
  while (greatestDivisor(size, step) !== 1) step += 1
  return step
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** Hands out the numbers of many patterns, each pattern from its beginning, and leaves out those that are reserved. */
export class NumberRegister {
  private readonly patterns = new Map<string, { pattern: NumberPattern; next: number }>()

  private readonly stream: RandomStream

  constructor(
    seed: number,
    private readonly isReserved: (number: string) => boolean,
  ) {
    this.stream = randomStream(seed, 'number patterns')
  }

  next(place: string, pattern: string): string {
    const key = `${place} ${pattern}`
    const entry = this.patterns.get(key) ?? {
      pattern: new NumberPattern(pattern, this.stream(this.patterns.size)),
      next: 0,
    }
    this.patterns.set(key, entry)
    for (;;) {
      const number = entry.pattern.at(entry.next)
      entry.next += 1
      if (!this.isReserved(number)) return number
    }
  }
}
