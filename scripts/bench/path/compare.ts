import type { MadeRow } from './row-maker.js'
import type { ReadRow } from './send-file.js'

/** How many rows end how. */
export interface Counts {
  accepted: number
  rejected: number
  duplicate: number
}

const examples = 5

/** How many rows were made to end how. */
export function countsOf(made: readonly MadeRow[]): Counts {
  const ending = (wanted: string) => made.filter(({ kind: { outcome } }) => outcome === wanted).length
  return { accepted: ending('ACCEPTED'), rejected: ending('REJECTED'), duplicate: ending('DUPLICATE') }
}

/** Where the counts of a batch are not those that were made, in sentences. */
export function compareCounts(made: Counts, counted: Counts): string[] {
  return (['accepted', 'rejected', 'duplicate'] as const)
    .filter((name) => made[name] !== counted[name])
    .map((name) => `${made[name]} rows should be ${name} and ${counted[name]} are.`)
}

/** Where the rows that can be read are not those that were made, in sentences: the first few, and how many more. */
export function compareOutcomes(made: readonly MadeRow[], read: readonly ReadRow[]): string[] {
  if (made.length !== read.length) return [`The file has ${made.length} rows, and ${read.length} can be read.`]
  const differences = made.flatMap(({ kind: { outcome, code } }, place) => {
    const row = read[place]
    const codes = row?.issues.map((issue) => issue.code) ?? []
    if (row?.outcome === outcome && (code === undefined || codes.includes(code))) return []
    return [`Row ${row?.rowNumber} should be ${words(outcome, code)} and is ${words(row?.outcome, ...codes)}.`]
  })
  const more = differences.length - examples
  return [...differences.slice(0, examples), ...(more > 0 ? [`${more} more rows ended differently.`] : [])]
}

const words = (...given: (string | undefined)[]) => given.filter((word) => word !== undefined).join(' ')
