import type { AnswerResult } from '../decide-parts.js'
import type { Answer } from '../moc-answer.js'

/** Records answers of one board in one transaction. */
type Decide = (answers: readonly Answer[]) => Promise<AnswerResult[]>

interface Waiting {
  answers: readonly Answer[]
  settle: (results: Promise<AnswerResult[]>) => void
}

/**
 * Takes the answers of one board as they come back and records them one transaction after the other, each with everything that
 * came meanwhile: while a large file of the same provider is recorded, they wait for its lock once and not one by one.
 */
export class AnswerDesk {
  private waiting: Waiting[] = []
  private isBusy = false

  constructor(private readonly decide: Decide) {}

  /** Resolves to what became of these answers once they are recorded. */
  take(answers: readonly Answer[]): Promise<AnswerResult[]> {
    return new Promise((resolve) => {
      this.waiting.push({ answers, settle: resolve })
      if (!this.isBusy) void this.work()
    })
  }

  private async work(): Promise<void> {
    this.isBusy = true
    while (this.waiting.length > 0) {
      const together = this.waiting
      this.waiting = []
      await this.recordTogether(together)
    }
    this.isBusy = false
  }

  /** What cannot be recorded together is recorded one by one, so that one bad answer stops no other. */
  private async recordTogether(together: readonly Waiting[]): Promise<void> {
    const decided = this.decide(together.flatMap(({ answers }) => answers))
    const failed = await decided.then(
      () => false,
      () => true,
    )
    if (!failed || together.length === 1) return answerEach(together, decided)
    for (const one of together) await answerEach([one], this.decide(one.answers))
  }
}

/** Gives each its own results; a failure is told to whoever waits, and not thrown here. */
async function answerEach(together: readonly Waiting[], decided: Promise<AnswerResult[]>): Promise<void> {
  let start = 0
  for (const { answers, settle } of together) {
    const [from, to] = [start, start + answers.length]
    settle(decided.then((results) => results.slice(from, to)))
    start = to
  }
  await Promise.allSettled([decided])
}
