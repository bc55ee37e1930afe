import { decideOnParts } from './decide-on-parts.js'
import { wordsOf } from './decision/fingerprint.js'
import type { Engine } from './engine/engine.js'
import type { PartDecisions } from './match-parts.js'
import type { LearnerClaim } from './match-types.js'
import type { Deciding } from './threads/deciding.js'

/** Some 50 MB of decisions. */
const mostKept = 40_000

/**
 * Decisions on claims that may be asked about soon, each kept until it is. They hold for as long as the people on file stay as
 * they are; nothing is written down of them, and nobody is told.
 */
export class PartsAhead {
  private readonly byWords = new Map<string, Promise<PartDecisions>>()
  private engine: Engine | undefined
  private dataVersion = ''

  constructor(
    private readonly deciding: Deciding,
    private readonly most = mostKept,
  ) {}

  /** Has claims decided on elsewhere while there is room. */
  decide(engine: Engine, claims: readonly LearnerClaim[]): void {
    this.isOf(engine)
    const unknown = new Map<string, LearnerClaim>()
    for (const claim of claims) {
      if (this.byWords.size + unknown.size >= this.most) break
      const words = wordsOf(claim)
      if (!this.byWords.has(words)) unknown.set(words, claim)
    }
    const decided = decideOnParts(engine, [...unknown.values()], (asks) => this.deciding.ahead(engine, asks))
    for (const [place, words] of [...unknown.keys()].entries()) {
      const parts = decided.then((all) => all[place] as PartDecisions)
      parts.catch(leaveToWhoeverAsks)
      this.byWords.set(words, parts)
    }
  }

  /** What was decided on these words by the same people on file, which is forgotten with it; undefined where nothing was. */
  take(engine: Engine, words: string): Promise<PartDecisions> | undefined {
    if (this.byWords.size === 0) return undefined
    this.isOf(engine)
    const parts = this.byWords.get(words)
    if (parts) this.byWords.delete(words)
    return parts
  }

  /** Forgets what was decided on any other state of the file. */
  private isOf(engine: Engine): void {
    if (engine !== this.engine || engine.dataVersion !== this.dataVersion) this.byWords.clear()
    this.engine = engine
    this.dataVersion = engine.dataVersion
  }
}

/** What could not be decided is heard of by whoever asks about it. */
const leaveToWhoeverAsks = () => undefined
