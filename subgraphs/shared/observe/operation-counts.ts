import { observeLimits } from './limits.js'
import { operationErrors, operationSeconds } from './metrics.js'
import type { Series } from './timings.js'

const names = new Set<string>()

/** The name under which an operation is counted: its own, until there are too many. */
export function countedName(operation: string): string {
  if (names.has(operation)) return operation
  if (names.size >= observeLimits.operations) return 'others'
  names.add(operation)
  return operation
}

/** The counts of one operation of one part, found once and kept. */
export class OperationCounts {
  private readonly kept = new Map<string, Series>()

  constructor(private readonly part: string) {}

  /** Counts one run. */
  count(operation: string, seconds: number, codes: readonly string[]): void {
    const counted = countedName(operation)
    let own = this.kept.get(counted)
    if (!own) {
      own = operationSeconds.labels(this.part, counted)
      this.kept.set(counted, own)
    }
    own.observe(seconds)
    for (const code of codes) operationErrors.inc({ part: this.part, operation: counted, code })
  }
}
