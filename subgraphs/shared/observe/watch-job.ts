import { randomUUID } from 'node:crypto'
import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import type { Log } from '../log.js'
import { logWork } from './log-work.js'
import { jobSeconds } from './metrics.js'
import { startSpan, traceFrom, writeTrace } from './trace.js'
import { currentWork, during, type Work } from './work.js'

/** Which request a job comes from. */
export interface JobOrigin {
  requestId?: string
  traceparent?: string
}

/** What a job keeps of the request that adds it. */
export function jobOrigin(): JobOrigin {
  const work = currentWork()
  if (!work) return {}
  const headers: Record<string, string> = {}
  writeTrace(work.span, headers)
  const { traceparent } = headers
  return { requestId: work.id, ...(traceparent && { traceparent }) }
}

/** Does a job under the id of the request that it comes from, and counts it and how it ended. */
export async function watchJob(queue: string, origin: JobOrigin, log: Log, run: () => Promise<void>): Promise<void> {
  const work: Work = {
    id: origin.requestId ?? randomUUID(),
    startedAt: performance.now(),
    span: startSpan(`job ${queue}`, { kind: SpanKind.CONSUMER }, traceFrom(origin.traceparent)),
    codes: [],
    fetches: [],
    slowStatements: [],
  }
  let outcome = 'interrupted'
  try {
    await during(work, run)
    outcome = 'done'
  } finally {
    jobSeconds.observe({ queue, outcome }, (performance.now() - work.startedAt) / 1_000)
    if (outcome !== 'done') work.span.setStatus({ code: SpanStatusCode.ERROR })
    work.span.setAttribute('creditgraph.request_id', work.id)
    work.span.end()
    during(work, () => logWork(work, log))
  }
}
