import type { LabelledRecord } from './labelled-record.js'
import type { ProposedPair } from './pairs.js'

/** How good proposed pairs are. */
export interface PairScore {
  truePairs: number
  proposed: number
  wrong: number
  precision: number
  recall: number
  f1: number
}

/** Holds proposals against the truth; every two records of one person are a true pair. */
export function scorePairs(records: readonly LabelledRecord[], pairs: readonly ProposedPair[]): PairScore {
  const sizes = new Map<string, number>()
  for (const { entity } of records) sizes.set(entity, (sizes.get(entity) ?? 0) + 1)
  const truePairs = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const right = pairs.filter(({ one, other }) => records[one]?.entity === records[other]?.entity).length
  const precision = pairs.length === 0 ? 0 : right / pairs.length
  const recall = truePairs === 0 ? 0 : right / truePairs
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { truePairs, proposed: pairs.length, wrong: pairs.length - right, precision, recall, f1 }
}
