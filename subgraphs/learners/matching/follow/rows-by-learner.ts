import type { CopiedRow } from '../../../shared/postgres/read-copied.js'

const none: readonly CopiedRow[] = []

/** Rows that come ordered by the learner in their first cell, taken up learner by learner in the same order. */
export class RowsByLearner {
  private rows: CopiedRow[] = []
  private next = 0
  private isEnded = false

  constructor(private readonly source: AsyncIterator<CopiedRow[]>) {}

  /** Reads on until everything that belongs to this learner and to those before is here. */
  async readThrough(learnerId: string): Promise<void> {
    while (!this.isEnded && !this.reachesPast(learnerId)) {
      const { value, done } = await this.source.next()
      if (done) this.isEnded = true
      else {
        this.rows = [...this.rows.slice(this.next), ...value]
        this.next = 0
      }
    }
  }

  /** The rows of a learner who was read through; those of learners before are skipped. */
  of(learnerId: string): readonly CopiedRow[] {
    while (this.idAt(this.next) < learnerId) this.next++
    const from = this.next
    while (this.idAt(this.next) === learnerId) this.next++
    return from === this.next ? none : this.rows.slice(from, this.next)
  }

  private reachesPast(learnerId: string): boolean {
    const last = this.rows.at(-1)
    return last !== undefined && (last[0] ?? '') > learnerId
  }

  /** Past the end a text that follows every id. */
  private idAt(place: number): string {
    return this.rows[place]?.[0] ?? '~'
  }
}
