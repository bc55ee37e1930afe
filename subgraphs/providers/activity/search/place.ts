import { registerEnumType } from 'type-graphql'
import type { Columns } from './columns.js'

/** In which order found activities come. */
export enum SearchSort {
  RELEVANCE = 'RELEVANCE',
  START_DATE = 'START_DATE',
  CREDITS = 'CREDITS',
}

registerEnumType(SearchSort, {
  name: 'SearchSort',
  description: 'In which order found activities come; ties by start date, then by id.',
  valuesConfig: {
    RELEVANCE: { description: 'Title before the rest, and of titles the one that says least else. Needs a text.' },
    START_DATE: { description: 'What begins next first; then what has begun already, the latest first.' },
    CREDITS: { description: 'The most credit first.' },
  },
})

/** Where an activity stands in an order: the greater weight first, then the nearer start, then the smaller id. */
export interface Place {
  weight: number
  distance: number
  activityId: number
}

/** Whether one place is before another. */
export function comesBefore(one: Place, other: Place): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight
  if (one.distance !== other.distance) return one.distance < other.distance
  return one.activityId < other.activityId
}

/** What has begun comes after everything that is still to begin. */
const begun = 1_000_000
const titleWeight = 10_000

/** How much an activity weighs in an order; a pure matter of the activity, so that a saved cursor stays true. */
export function weightOf(columns: Columns, slot: number, sort: SearchSort, isInTitle: boolean): number {
  if (sort === SearchSort.CREDITS) return columns.creditQuarters[slot] ?? 0
  if (sort === SearchSort.RELEVANCE && isInTitle) return titleWeight - (columns.titleLengths[slot] ?? 0)
  return 0
}

/** How near the start of an activity is, seen from a day. */
export function distanceOf(columns: Columns, slot: number, sortDay: number): number {
  const ahead = (columns.startsOn[slot] ?? 0) - sortDay
  return ahead >= 0 ? ahead : begun - ahead
}
