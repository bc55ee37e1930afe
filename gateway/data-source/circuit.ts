import type { SourceLimits } from './limits.js'

/** Leaves a subgraph alone that fails again and again, and lets one request at a time find out whether it is back. */
export class Circuit {
  private failuresInARow = 0
  private restsUntil = 0
  private isTrying = false

  constructor(
    private readonly limits: Pick<SourceLimits, 'failures' | 'restMs'>,
    private readonly now: () => number,
  ) {}

  /** True where a request may go; each one that goes has to be told of as succeeded or failed. */
  admits(): boolean {
    if (!this.isOpen) return true
    if (this.isTrying || this.now() < this.restsUntil) return false
    this.isTrying = true
    return true
  }

  /** Whether the subgraph is left alone, but for the one request that tries. */
  get isOpen(): boolean {
    return this.failuresInARow >= this.limits.failures
  }

  succeeded(): void {
    this.failuresInARow = 0
    this.isTrying = false
  }

  /** Nothing was found out. */
  letGo(): void {
    this.isTrying = false
  }

  failed(): void {
    this.failuresInARow += 1
    this.isTrying = false
    this.restsUntil = this.now() + this.limits.restMs
  }
}
