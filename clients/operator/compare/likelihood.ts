const words: readonly (readonly [from: number, word: string])[] = [
  [0.999, 'Almost certain'],
  [0.95, 'Very likely'],
  [0.75, 'Likely'],
  [0.4, 'May be'],
  [0.1, 'Unlikely'],
  [0, 'Very unlikely'],
]

/** How likely something is, in words. */
export const likelihood = (probability: number) => words.find(([from]) => probability >= from)?.[1] ?? 'Very unlikely'

/** A probability in percent, as exact as it has to be near both ends; never 0% or 100%, which nothing is. */
export function chance(probability: number) {
  const percent = probability * 100
  if (percent > 99.99) return 'over 99.99%'
  if (percent < 0.01) return 'under 0.01%'
  return `${percent.toFixed(percent > 99 || percent < 1 ? 2 : 0)}%`
}
