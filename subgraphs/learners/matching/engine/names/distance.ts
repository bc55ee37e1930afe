/** How one spelling came from another by a single slip of the hand. */
export type Slip = 'DROPPED_OR_TRANSPOSED' | 'ONE_EDIT'

/**
 * The single slip that turns what is meant into what was typed: a letter left out, two letters exchanged, or else one
 * added or replaced. Undefined when they are equal or further apart.
 */
export function slipBetween(typed: string, meant: string): Slip | undefined {
  const gap = typed.length - meant.length
  if (gap < -1 || gap > 1) return undefined
  const shorter = Math.min(typed.length, meant.length)
  let start = 0
  while (start < shorter && typed.charCodeAt(start) === meant.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    typed.charCodeAt(typed.length - 1 - end) === meant.charCodeAt(meant.length - 1 - end)
  ) {
    end++
  }
  const typedLeft = typed.length - start - end
  const meantLeft = meant.length - start - end
  if (typedLeft === 0 && meantLeft === 1) return 'DROPPED_OR_TRANSPOSED'
  if (meantLeft === 0 && typedLeft === 1) return 'ONE_EDIT'
  if (typedLeft === 1 && meantLeft === 1) return 'ONE_EDIT'
  const isExchange =
    typedLeft === 2 &&
    meantLeft === 2 &&
    typed.charCodeAt(start) === meant.charCodeAt(start + 1) &&
    typed.charCodeAt(start + 1) === meant.charCodeAt(start)
  return isExchange ? 'DROPPED_OR_TRANSPOSED' : undefined
}

const usedInOther = new Uint8Array(256)
const matchedCodes = new Uint16Array(4_096)

/** Jaro-Winkler similarity, 0 to 1, with the usual prefix of at most four letters. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1
  const window = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1)
  usedInOther.fill(0, 0, other.length)
  let count = 0
  for (let index = 0; index < one.length; index++) {
    const until = Math.min(other.length, index + window + 1)
    for (let at = Math.max(0, index - window); at < until; at++) {
      if (usedInOther[at] === 1 || other.charCodeAt(at) !== one.charCodeAt(index)) continue
      usedInOther[at] = 1
      matchedCodes[count++] = one.charCodeAt(index)
      break
    }
  }
  if (count === 0) return 0
  let halfTranspositions = 0
  let at = 0
  for (let index = 0; index < other.length; index++) {
    if (usedInOther[index] === 1 && other.charCodeAt(index) !== matchedCodes[at++]) halfTranspositions++
  }
  const jaro = (count / one.length + count / other.length + (count - halfTranspositions / 2) / count) / 3
  return jaro + commonPrefix(one, other) * 0.1 * (1 - jaro)
}

/** True when the Jaro-Winkler similarity is at least this; most that are not have too few letters in common. */
export const areSimilar = (one: string, other: string, least: number) =>
  one === other || (mostSimilarity(one, other) >= least && jaroWinkler(one, other) >= least)

/** No less than the similarity, by the letters that occur in both; a hair more, so that rounding does not matter. */
function mostSimilarity(one: string, other: string): number {
  let letters = 0
  for (let index = 0; index < other.length; index++) letters |= 1 << (other.charCodeAt(index) & 31)
  let count = 0
  for (let index = 0; index < one.length; index++) count += (letters >>> (one.charCodeAt(index) & 31)) & 1
  count = Math.min(count, other.length)
  const jaro = (count / one.length + count / other.length + 1) / 3
  return jaro + commonPrefix(one, other) * 0.1 * (1 - jaro) + 1e-9
}

function commonPrefix(one: string, other: string): number {
  let prefix = 0
  while (prefix < 4 && prefix < one.length && one.charCodeAt(prefix) === other.charCodeAt(prefix)) prefix++
  return prefix
}
