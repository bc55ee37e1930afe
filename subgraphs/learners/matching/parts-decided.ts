import { decideOnParts } from './decide-on-parts.js'
import type { Engine } from './engine/engine.js'
import type { PartDecisions } from './match-parts.js'
import type { LearnerClaim } from './match-types.js'
import type { PartsAhead } from './parts-ahead.js'
import type { Deciding } from './threads/deciding.js'

/** A claim, and everything in it that tells who is meant. */
export interface WordedClaim {
  claim: LearnerClaim
  words: string
}

/** The decisions on claims that come together. One file names a learner again and again: the same words are decided on once. */
export class PartsDecided {
  private readonly byWords = new Map<string, Promise<PartDecisions>>()

  constructor(
    private readonly engine: Engine,
    private readonly deciding: Deciding,
    private readonly ahead?: PartsAhead,
  ) {}

  /** The decisions on each part of some of the claims, in their order. */
  on(some: readonly WordedClaim[]): Promise<PartDecisions[]> {
    const { engine, deciding, byWords } = this
    const unknown = new Map<string, LearnerClaim>()
    for (const { claim, words } of some) {
      if (byWords.has(words)) continue
      const early = this.ahead?.take(engine, words)
      if (early) byWords.set(words, early)
      else unknown.set(words, claim)
    }
    const decided = decideOnParts(engine, [...unknown.values()], (asks) => deciding.on(engine, asks))
    for (const [place, words] of [...unknown.keys()].entries()) {
      byWords.set(
        words,
        decided.then((all) => all[place] as PartDecisions),
      )
    }
    return Promise.all(some.map(({ words }) => byWords.get(words) as Promise<PartDecisions>))
  }
}
