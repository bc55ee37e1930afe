import { observeLimits } from './limits.js'

/** From when on something is slow. */
export interface Thresholds {
  operationMs: number
  statementMs: number
}

/** From when on operations and statements of this process are slow; set once, when it starts. */
export const thresholds: Thresholds = {
  operationMs: observeLimits.slowOperationMs,
  statementMs: observeLimits.slowStatementMs,
}
