import { hash } from 'node:crypto'
import type { Log } from '../log.js'
import { thresholds } from './thresholds.js'
import type { Work } from './work.js'

/** Tells of work that has ended, once: at length where it was slow, and for developers otherwise. */
export function logWork(work: Work, log: Log): void {
  const ms = performance.now() - work.startedAt
  const { id: requestId, operation, codes, slowStatements } = work
  const isSlow = operation !== undefined && ms >= thresholds.operationMs
  if (isSlow || slowStatements.length) void logSlow(work, ms, log)
  else if (log.isLevelEnabled('debug')) log.debug({ requestId, operation, ms: rounded(ms), codes }, 'ended')
}

async function logSlow(work: Work, ms: number, log: Log): Promise<void> {
  const { id: requestId, operation, text, codes, fetches, slowStatements } = work
  const statements = slowStatements.map(async ({ plan, ms, ...statement }) => ({
    ...statement,
    ms: rounded(ms),
    plan: await plan,
  }))
  const told = {
    requestId,
    operation,
    ...(text !== undefined && { operationId: hash('sha256', text) }),
    ms: rounded(ms),
    codes,
    fetches: fetches.map((fetch) => ({ ...fetch, ms: rounded(fetch.ms) })),
    statements: await Promise.all(statements),
  }
  log.warn(told, 'slow')
}

const rounded = (ms: number) => Math.round(ms * 10) / 10
