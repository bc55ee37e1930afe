import { comesBefore, type Place } from './place.js'

const pruneAt = 2_048

/** An activity at its place. */
export interface PlacedSlot extends Place {
  slot: number
}

/** Keeps the first few places after a cursor of all that are offered. */
export class FirstPlaces {
  private items: PlacedSlot[] = []
  private last: Place | undefined

  constructor(
    private readonly count: number,
    private readonly after: Place | undefined,
  ) {}

  /** Takes numbers, because of most that are offered nothing is to remain. */
  offer(slot: number, weight: number, distance: number, activityId: number): void {
    const { last, after } = this
    if (last && weight < last.weight) return
    if (last && weight === last.weight && distance > last.distance) return
    const item = { slot, weight, distance, activityId }
    if (after && !comesBefore(after, item)) return
    if (last && !comesBefore(item, last)) return
    this.items.push(item)
    if (this.items.length >= pruneAt) this.prune()
  }

  /** The first of all that were offered, in order. */
  inOrder(): PlacedSlot[] {
    this.prune()
    return this.items
  }

  private prune(): void {
    this.items.sort((one, other) => (comesBefore(one, other) ? -1 : 1))
    this.items.length = Math.min(this.items.length, this.count)
    this.last = this.items.length === this.count ? this.items.at(-1) : undefined
  }
}
