import type { Engine } from './engine/engine.js'
import { matchParts, type PartDecisions } from './match-parts.js'
import type { LearnerClaim } from './match-types.js'
import type { PartsAhead } from './parts-ahead.js'

/**
 * The decisions on claims that come together. One file names a learner again and again: what was decided on the same words
 * holds for as long as the people on file stay as they are.
 */
export class PartsDecided {
  private readonly byWords = new Map<string, PartDecisions>()
  private dataVersion = ''

  constructor(
    private readonly engine: Engine,
    private readonly ahead?: PartsAhead,
  ) {}

  /** The decision on each part of a claim; `words` is everything in it that tells who is meant. */
  on(claim: LearnerClaim, words: string): PartDecisions {
    const { dataVersion } = this.engine
    if (dataVersion !== this.dataVersion) this.byWords.clear()
    this.dataVersion = dataVersion
    const known = this.byWords.get(words)
    if (known) return known
    const parts = this.ahead?.take(this.engine, words) ?? matchParts(this.engine, claim)
    this.byWords.set(words, parts)
    return parts
  }
}
