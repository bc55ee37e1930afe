/** How long single lookups and whole chunks took. */
export class Timings {
  private readonly lookups: number[] = []
  private bulkMs = 0
  bulkRows = 0

  /** Times one lookup. */
  lookup<Result>(work: () => Result): Result {
    const started = performance.now()
    const result = work()
    this.lookups.push(performance.now() - started)
    return result
  }

  /** Times the lookups of many rows, one after the other. */
  bulk<Result>(rows: number, work: () => Result): Result {
    const started = performance.now()
    const result = work()
    this.bulkMs += performance.now() - started
    this.bulkRows += rows
    return result
  }

  get rowsPerSecond(): number {
    return this.bulkMs === 0 ? 0 : (this.bulkRows / this.bulkMs) * 1000
  }

  /** Milliseconds within which a share of the single lookups was done. */
  within(share: number): number {
    const sorted = this.lookups.toSorted((one, other) => one - other)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  }
}
