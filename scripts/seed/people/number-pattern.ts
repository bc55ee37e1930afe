const slots = /#|\{([A-Z0-9]+)\}/g
const prime = 48_271

/**
 * Numbers that look like a pattern (`#` is a digit, `{AC}` one of the letters), in an order that looks random and in
 * which none comes up twice before all have come up.
 */
export class NumberPattern {
  private readonly alphabets: readonly string[]
  private readonly size: number

  constructor(
    private readonly pattern: string,
    private readonly offset: number,
  ) {
    this.alphabets = [...pattern.matchAll(slots)].map(([, letters]) => letters ?? '0123456789')
    this.size = this.alphabets.reduce((product, { length }) => product * length, 1)
  }

  /** The n-th number. */
  at(index: number): string {
    let rest = (index * prime + this.offset) % this.size
    const characters = this.alphabets.map((alphabet) => {
      const character = alphabet.charAt(rest % alphabet.length)
      rest = Math.floor(rest / alphabet.length)
      return character
    })
    return this.pattern.replace(slots, () => characters.shift() ?? '')
  }
}

/** Hands out the numbers of many patterns, each pattern from its beginning, and leaves out those that are reserved. */
export class NumberRegister {
  private readonly patterns = new Map<string, { pattern: NumberPattern; next: number }>()

  constructor(
    private readonly seed: number,
    private readonly isReserved: (number: string) => boolean,
  ) {}

  next(place: string, pattern: string): string {
    const key = `${place} ${pattern}`
    const entry = this.patterns.get(key) ?? {
      pattern: new NumberPattern(pattern, Math.abs(Math.imul(this.seed, 97) + this.patterns.size * 613) % 9973),
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
