import { quantile } from '../../quantile.js'

/** How long single lookups took, on the clock and of the processor’s time of this thread. */
export class Timings {
  private readonly lookups: number[] = []
  private readonly busyLookups: number[] = []

  /** Times one lookup. */
  lookup<Result>(work: () => Result): Result {
    const busyBefore = busyMs()
    const started = performance.now()
    const result = work()
    this.lookups.push(performance.now() - started)
    this.busyLookups.push(busyMs() - busyBefore)
    return result
  }

  /** Milliseconds within which a share of the single lookups was done. */
  within = (share: number): number => quantile(this.lookups, share)

  /** The same in the processor’s time: what others do on the machine is left out. */
  busyWithin = (share: number): number => quantile(this.busyLookups, share)
}

/** The processor’s time of this thread so far. */
export function busyMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
