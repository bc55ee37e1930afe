import type { Random } from './random.js'

/** Things of which some come up more often than others. */
export class Weighted<T> {
  private readonly things: T[] = []
  private readonly sums: number[] = []
  private total = 0

  constructor(entries: Iterable<readonly [thing: T, weight: number]> = []) {
    for (const [thing, weight] of entries) this.add(thing, weight)
  }

  get isEmpty(): boolean {
    return this.total === 0
  }

  add(thing: T, weight: number): void {
    if (weight <= 0) return
    this.total += weight
    this.things.push(thing)
    this.sums.push(this.total)
  }

  draw(random: Random): T {
    if (this.isEmpty) throw new Error('Nothing can be drawn where nothing has a weight.')
    const mark = random.float() * this.total
    let [low, high] = [0, this.sums.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.sums[middle] ?? 0) > mark) high = middle
      else low = middle + 1
    }
    return this.things[low] as T
  }
}
