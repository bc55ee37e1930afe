import type { Random } from './random.js'

/** Things of which some come up more often than others, drawn in the same time however many there are (alias method). */
export class Weighted<T> {
  private readonly things: T[] = []
  private readonly weights: number[] = []
  private table: AliasTable | undefined

  constructor(entries: Iterable<readonly [thing: T, weight: number]> = []) {
    for (const [thing, weight] of entries) this.add(thing, weight)
  }

  get isEmpty(): boolean {
    return this.things.length === 0
  }

  add(thing: T, weight: number): void {
    if (weight <= 0) return
    this.things.push(thing)
    this.weights.push(weight)
    this.table = undefined
  }

  draw(random: Random): T {
    if (this.isEmpty) throw new Error('Nothing can be drawn where nothing has a weight.')
    this.table ??= aliasTable(this.weights)
    const mark = random.float() * this.things.length
    const place = Math.floor(mark)
    const { keep, other } = this.table
    return this.things[mark - place < (keep[place] ?? 1) ? place : (other[place] ?? place)] as T
  }
}

/** Equal places, each shared by at most two things: up to `keep` the place's own, beyond it the `other`. */
interface AliasTable {
  keep: Float64Array
  other: Uint32Array
}

function aliasTable(weights: readonly number[]): AliasTable {
  const mean = weights.reduce((sum, weight) => sum + weight) / weights.length
  const keep = Float64Array.from(weights, (weight) => weight / mean)
  const other = Uint32Array.from(weights, (_, place) => place)
  const isLarge = (place: number) => (keep[place] ?? 0) >= 1
  const places = Array.from(weights.keys())
  const [small, large] = [places.filter((place) => !isLarge(place)), places.filter(isLarge)]
  for (let giver = large.pop(); giver !== undefined; giver = large.pop()) {
    const taker = small.pop()
    if (taker === undefined) break
    other[taker] = giver
    keep[giver] = (keep[giver] ?? 0) - (1 - (keep[taker] ?? 0))
    const pile = isLarge(giver) ? large : small
    pile.push(giver)
  }
  return { keep, other }
}
