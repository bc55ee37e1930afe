import { setImmediate as otherWork } from 'node:timers/promises'

/** What of an activity tells whether it was probably entered before. */
export interface TitledActivity {
  activityId: string
  title: string
  activityFormat: string
  /** Days, counted from any one day. */
  startsOn: number
  endsOn: number | null
}

/** Activities that are probably one, two by two: what stands at the same place of both lists is a pair, the lower id first. */
export interface SimilarPairs {
  ids: string[]
  otherIds: string[]
}

const nearDays = 14
/** Of the trigrams of two titles so many of a hundred are in both. */
const likelySame = 55
/** Who has entered everything twice is helped by some thousand findings as well as by millions. */
const mostPairs = 20_000
const turnMs = 4

/**
 * The activities of one format, days apart at most, whose titles are alike without being the same title on the same days.
 * Between two turns whatever else has come in meanwhile is done.
 */
export async function similarPairs(activities: readonly TitledActivity[]): Promise<SimilarPairs> {
  const trigrams = new Map<string, Float64Array>()
  for (const { title } of activities) if (!trigrams.has(title)) trigrams.set(title, trigramsOf(title))
  const ofTitle = ({ title }: TitledActivity) => trigrams.get(title) ?? new Float64Array()
  const found: SimilarPairs = { ids: [], otherIds: [] }
  let begun = performance.now()
  for (const near of Map.groupBy(activities, ({ activityFormat }) => activityFormat).values()) {
    near.sort((one, other) => one.startsOn - other.startsOn)
    for (const [index, one] of near.entries()) {
      if (performance.now() - begun > turnMs) {
        await otherWork()
        begun = performance.now()
      }
      const own = ofTitle(one)
      for (let next = index + 1; next < near.length; next += 1) {
        const other = near[next]
        if (!other || other.startsOn - one.startsOn > nearDays) break
        if (!areAlike(own, ofTitle(other)) || isSame(one, other)) continue
        const [first, second] = one.activityId < other.activityId ? [one, other] : [other, one]
        found.ids.push(first.activityId)
        found.otherIds.push(second.activityId)
        if (found.ids.length === mostPairs) return found
      }
    }
  }
  return found
}

/** The same title on the same days is another finding; where an end is missing, it is neither. */
const isSame = (one: TitledActivity, other: TitledActivity) =>
  one.title === other.title &&
  one.startsOn === other.startsOn &&
  (one.endsOn === other.endsOn || one.endsOn === null || other.endsOn === null)

const words = /[\p{L}\p{M}\p{N}]+/gu
const unit = 0x1_0000

/** The different groups of three letters in the words of a title, each word with two blanks before it and one behind. */
export function trigramsOf(title: string): Float64Array {
  const found = new Set<number>()
  for (const [word] of title.toLowerCase().matchAll(words)) {
    const padded = `  ${word} `
    for (let at = 0; at + 2 < padded.length; at += 1)
      found.add((padded.charCodeAt(at) * unit + padded.charCodeAt(at + 1)) * unit + padded.charCodeAt(at + 2))
  }
  return Float64Array.from(found).sort()
}

function areAlike(one: Float64Array, other: Float64Array): boolean {
  const [few, many] = one.length < other.length ? [one, other] : [other, one]
  if (few.length * 100 < many.length * likelySame) return false
  const inBoth = countInBoth(few, many)
  return inBoth > 0 && inBoth * 100 >= (few.length + many.length - inBoth) * likelySame
}

/** How many numbers are in both of two lists that are in order. */
function countInBoth(one: Float64Array, other: Float64Array): number {
  let count = 0
  let [i, j] = [0, 0]
  while (i < one.length && j < other.length) {
    const difference = (one[i] ?? 0) - (other[j] ?? 0)
    if (difference === 0) count += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return count
}
