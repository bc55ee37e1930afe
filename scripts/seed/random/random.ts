/** Numbers that look random and are the same for the same seed on every machine (the generator is sfc32). */
export class Random {
  constructor(
    private a: number,
    private b: number,
    private c: number,
    private counter = 1,
  ) {
    for (let round = 0; round < 12; round += 1) this.next()
  }

  /** A whole number of 32 bits. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** From 0 up to, and without, 1. */
  float(): number {
    return this.next() / 0x1_0000_0000
  }

  /** A whole number from 0 up to, and without, `bound`. */
  below(bound: number): number {
    return Math.floor(this.float() * bound)
  }

  /** A whole number from `first` to `last`, both included. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1)
  }

  chance(probability: number): boolean {
    return this.float() < probability
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)]
    if (chosen === undefined) throw new Error('Nothing can be picked from an empty list.')
    return chosen
  }

  /** Waiting times: many short ones, few long ones. */
  exponential(mean: number): number {
    return -Math.log(1 - this.float()) * mean
  }

  /** Sizes as in life: half are below the median, a few many times as large. */
  logNormal(median: number, spread: number): number {
    const angle = 2 * Math.PI * this.float()
    const normal = Math.sqrt(-2 * Math.log(1 - this.float())) * Math.cos(angle)
    return median * Math.exp(spread * normal)
  }
}

/** Independent numbers for each thing of one purpose: the n-th thing is the same whether or not others are made. */
export type RandomStream = (index: number) => Random

/** The stream of a purpose under a seed number. */
export function randomStream(seed: number, purpose: string): RandomStream {
  const base = [...purpose].reduce((hash, letter) => mix(hash ^ (letter.codePointAt(0) ?? 0)), mix(seed ^ 0x9e3779b9))
  return (index) => {
    const a = mix(base ^ index)
    const b = mix((a + 0x9e3779b9) | 0)
    return new Random(a, b, mix(b ^ base))
  }
}

function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return bits ^ (bits >>> 15)
}
