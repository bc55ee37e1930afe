import type { WholeAnswer } from '../../subgraphs/shared/http/graphql-http.js'
import type { CacheLimits } from './limits.js'

interface Kept {
  answer: WholeAnswer
  until: number
}

/** Answers by what was asked, of bounded length together; those that were given out longest ago go first. */
export class KeptAnswers {
  private readonly kept = new Map<string, Kept>()
  private length = 0

  constructor(
    private readonly limits: Pick<CacheLimits, 'totalLength' | 'answerLength' | 'keptMs'>,
    private readonly now: () => number,
  ) {}

  get(key: string): WholeAnswer | undefined {
    const found = this.kept.get(key)
    if (!found) return undefined
    this.remove(key, found)
    if (found.until <= this.now()) return undefined
    this.put(key, found)
    return found.answer
  }

  keep(key: string, answer: WholeAnswer): void {
    if (key.length + answer.length > this.limits.answerLength) return
    const earlier = this.kept.get(key)
    if (earlier) this.remove(key, earlier)
    this.put(key, { answer, until: this.now() + this.limits.keptMs })
    for (const [oldest, each] of this.kept) {
      if (this.length <= this.limits.totalLength) return
      this.remove(oldest, each)
    }
  }

  clear(): void {
    this.kept.clear()
    this.length = 0
  }

  private put(key: string, kept: Kept): void {
    this.kept.set(key, kept)
    this.length += key.length + kept.answer.length
  }

  private remove(key: string, kept: Kept): void {
    this.kept.delete(key)
    this.length -= key.length + kept.answer.length
  }
}
