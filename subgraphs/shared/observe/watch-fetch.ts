import { type Span, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { codeOf, isOurFault } from '../errors.js'
import { timeLeftHeader, timeLeftUntil } from '../http/time-left.js'
import { observeLimits } from './limits.js'
import { fetchErrors, fetchSeconds } from './metrics.js'
import { operationHeader } from './operation-header.js'
import type { Series } from './timings.js'
import { startChild, writeTrace } from './trace.js'
import { currentWork, type Work } from './work.js'

/**
 * Sends a request to another part and counts it, how long it took, and whether it failed. To its headers is added for which
 * operation it is sent, in which trace, and how long somebody waits for it.
 */
export async function watchFetch<Received extends { status: number }>(
  subgraph: string,
  headers: Record<string, string>,
  send: () => Promise<Received>,
): Promise<Received> {
  const work = currentWork()
  const span = work && startChild(`fetch ${subgraph}`, asClient, work.span)
  if (work?.operation) headers[operationHeader] = work.operation
  if (work?.until !== undefined) headers[timeLeftHeader] = timeLeftUntil(work.until)
  if (span) writeTrace(span, headers)
  const started = performance.now()
  let isFailure = true
  try {
    const received = await send()
    isFailure = received.status >= 500
    return received
  } catch (error) {
    isFailure = isOurFault(codeOf(error))
    throw error
  } finally {
    count(subgraph, performance.now() - started, isFailure, work)
    if (span !== work?.span) endStep(span, isFailure)
  }
}

/** Headers for a request that is not waited for here, with the trace that it belongs to. */
export function passTrace(headers: Record<string, string>): Record<string, string> {
  const work = currentWork()
  if (work) writeTrace(work.span, headers)
  return headers
}

const asClient = { kind: SpanKind.CLIENT }
const seconds = new Map<string, Series>()

function endStep(span: Span | undefined, isFailure: boolean): void {
  if (isFailure) span?.setStatus({ code: SpanStatusCode.ERROR })
  span?.end()
}

function count(subgraph: string, ms: number, isFailure: boolean, work: Work | undefined): void {
  let taken = seconds.get(subgraph)
  if (!taken) {
    taken = fetchSeconds.labels(subgraph)
    seconds.set(subgraph, taken)
  }
  taken.observe(ms / 1_000)
  if (isFailure) fetchErrors.inc({ subgraph })
  if (work && work.fetches.length < observeLimits.fetches) work.fetches.push({ subgraph, ms, isFailure })
}
