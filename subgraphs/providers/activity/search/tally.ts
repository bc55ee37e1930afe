import type { Columns } from './columns.js'
import { FirstPlaces, type PlacedSlot } from './first-places.js'
import { distanceOf, type Place, type SearchSort, weightOf } from './place.js'

/** What an activity has to have one of, because somebody filters by that facet. */
export interface FilterGroup {
  facet: string
  tags: readonly string[]
}

/** What is looked for; days are counted since 1970-01-01. */
export interface Wanted {
  /** What has ended before is not found (P09). */
  today: number
  from?: number | undefined
  to?: number | undefined
  minQuarters?: number | undefined
  maxQuarters?: number | undefined
  /** All of them have to fit (P10). */
  groups: readonly FilterGroup[]
  /** The slots whose text fits, and those of them whose title does; undefined when no text is looked for. */
  text?: { slots: Int32Array; inTitle: Int32Array } | undefined
  sort: SearchSort
  /** The day from which the order counts, which stays the same from page to page. */
  sortDay: number
  after?: Place | undefined
  first: number
}

/** What is found. */
export interface Tally {
  total: number
  /** How many have each tag; a facet that is filtered by is counted as if it were not. */
  counts: Int32Array
  /** What comes after the cursor, in order, one more than a page where there is more. */
  places: PlacedSlot[]
}

/** Each filter takes a bit of a number. */
const maxGroups = 30

/** Filters, counts and sorts in one pass over the activities, or over those whose text fits. */
export function tally(columns: Columns, wanted: Wanted): Tally {
  const { groups, text, sort, sortDay } = wanted
  if (groups.length > maxGroups) throw new Error(`More than ${maxGroups} facets are filtered by at once.`)
  const all = 2 ** groups.length - 1
  const wantedBits = bitsOfWanted(columns, groups)
  const facetBits = bitsOfFacets(columns, groups)
  const inTitle = text && marked(columns.size, text.inTitle)
  const counts = new Int32Array(columns.tagNames.length)
  const first = new FirstPlaces(wanted.first + 1, wanted.after)
  const { tags } = columns
  const length = text?.slots.length ?? columns.size
  let total = 0
  for (let index = 0; index < length; index += 1) {
    const slot = text ? (text.slots[index] ?? 0) : index
    if (!isInRange(columns, slot, wanted)) continue
    const start = columns.tagStarts[slot] ?? 0
    const end = start + (columns.tagCounts[slot] ?? 0)
    let has = 0
    if (all) for (let at = start; at < end; at += 1) has |= wantedBits[tags[at] ?? 0] ?? 0
    const missing = all & ~has
    if (missing === 0) {
      total += 1
      for (let at = start; at < end; at += 1) count(counts, tags[at] ?? 0)
      const weight = weightOf(columns, slot, sort, inTitle?.[slot] === 1)
      first.offer(slot, weight, distanceOf(columns, slot, sortDay), columns.activityIds[slot] ?? 0)
    } else if ((missing & (missing - 1)) === 0) {
      // All filters but one fit: it counts for that one's facet, and for no other.
      for (let at = start; at < end; at += 1) if (facetBits[tags[at] ?? 0] === missing) count(counts, tags[at] ?? 0)
    }
  }
  return { total, counts, places: first.inOrder() }
}

function isInRange(columns: Columns, slot: number, { today, from, to, minQuarters, maxQuarters }: Wanted): boolean {
  const endsOn = columns.endsOn[slot] ?? 0
  const quarters = columns.creditQuarters[slot] ?? 0
  return (
    slot < columns.size &&
    columns.listed[slot] === 1 &&
    endsOn >= today &&
    (from === undefined || endsOn >= from) &&
    (to === undefined || (columns.startsOn[slot] ?? 0) <= to) &&
    (minQuarters === undefined || quarters >= minQuarters) &&
    (maxQuarters === undefined || quarters <= maxQuarters)
  )
}

function count(counts: Int32Array, tag: number): void {
  counts[tag] = (counts[tag] ?? 0) + 1
}

function marked(size: number, slots: Int32Array): Uint8Array {
  const marks = new Uint8Array(size)
  for (const slot of slots) marks[slot] = 1
  return marks
}

/** Of each tag, the bit of the filter that wants it. */
function bitsOfWanted(columns: Columns, groups: readonly FilterGroup[]): Int32Array {
  const bits = new Int32Array(columns.tagNames.length)
  for (const [index, { tags }] of groups.entries()) {
    for (const tag of tags) {
      const number = columns.numberOf(tag)
      if (number !== undefined) bits[number] = 2 ** index
    }
  }
  return bits
}

/** Of each tag, the bit of the filter that is about its facet, whether it wants the tag or not. */
function bitsOfFacets({ tagNames }: Columns, groups: readonly FilterGroup[]): Int32Array {
  const bits = new Map(groups.map(({ facet }, index) => [facet, 2 ** index]))
  return Int32Array.from(tagNames, (name) => bits.get(name.slice(0, name.indexOf(':'))) ?? 0)
}
