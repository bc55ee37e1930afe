import { quantile } from '../../quantile.js'

/** How long single lookups and whole chunks took, on the clock and of the processor’s time of this thread. */
export class Timings {
  private readonly lookups: number[] = []
  private readonly busyLookups: number[] = []
  private bulkMs = 0
  private bulkBusyMs = 0
  bulkRows = 0

  /** Times one lookup. */
  lookup<Result>(work: () => Result): Result {
    const busyBefore = busyMs()
    const started = performance.now()
    const result = work()
    this.lookups.push(performance.now() - started)
    this.busyLookups.push(busyMs() - busyBefore)
    return result
  }

  /** Times the lookups of many rows, one after the other. */
  bulk<Result>(rows: number, work: () => Result): Result {
    const busyBefore = busyMs()
    const started = performance.now()
    const result = work()
    this.bulkMs += performance.now() - started
    this.bulkBusyMs += busyMs() - busyBefore
    this.bulkRows += rows
    return result
  }

  get rowsPerSecond(): number {
    return this.bulkMs === 0 ? 0 : (this.bulkRows / this.bulkMs) * 1000
  }

  /** What a processor does that has nothing else to do. */
  get rowsPerBusySecond(): number {
    return this.bulkBusyMs === 0 ? 0 : (this.bulkRows / this.bulkBusyMs) * 1000
  }

  /** Milliseconds within which a share of the single lookups was done. */
  within = (share: number): number => quantile(this.lookups, share)

  /** The same in the processor’s time: what others do on the machine is left out. */
  busyWithin = (share: number): number => quantile(this.busyLookups, share)
}

function busyMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
