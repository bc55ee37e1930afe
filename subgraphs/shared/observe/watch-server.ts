import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ROOT_CONTEXT, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { keepHeaders } from '../http/kept-headers.js'
import { requestIdHeader } from '../http/request-id.js'
import { untilOf } from '../http/time-left.js'
import type { Log } from '../log.js'
import { logWork } from './log-work.js'
import { httpRequests } from './metrics.js'
import { OperationCounts } from './operation-counts.js'
import { operationHeader } from './operation-header.js'
import { nothing, startSpan, traceOf } from './trace.js'
import { during, type Work } from './work.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export interface WatchOptions {
  part: string
  log: Log
  /** Whether a caller is believed when it says which request or trace it works for. */
  believes: (request: IncomingMessage) => boolean
  /** Whether callers are other parts, which say for which operation they ask. */
  isInternal?: boolean
}

/** Makes every request of a server a piece of work with an id, which its answer carries, and counts it when it has ended. */
export function watchServer({ part, log, believes, isInternal = false }: WatchOptions, handler: Handler): Handler {
  const counts = new OperationCounts(part)
  const statuses = new Map<number, { inc(): void }>()
  const end = (work: Work, status: number) => {
    const { operation, codes, span, startedAt } = work
    const requests = statuses.get(status) ?? httpRequests.labels({ part, status })
    statuses.set(status, requests)
    requests.inc()
    if (operation !== undefined) counts.count(operation, (performance.now() - startedAt) / 1_000, codes)
    if (span.isRecording()) describe(work, part, status)
    span.end()
    during(work, () => logWork(work, log))
  }
  return (request, response) => {
    const work = workOf(request, saysWhose(request) && believes(request))
    if (isInternal) {
      work.operation = request.headers[operationHeader]?.toString()
      work.until = untilOf(request)
    }
    keepHeaders(response, [requestIdHeader, work.id])
    response.once('close', () => {
      // How long somebody has listened to events says nothing about us.
      if (isLine(response)) work.operation = undefined
      end(work, response.writableFinished ? response.statusCode : 0)
    })
    return during(work, () => handler(request, response))
  }
}

const saysWhose = ({ headers }: IncomingMessage) => requestIdHeader in headers || 'traceparent' in headers

/** Whoever asks again and again whether we run is no story to be told. */
const isProbe = ({ url }: IncomingMessage) => url?.startsWith('/health/') ?? false

const isLine = (response: ServerResponse) =>
  response.getHeader('content-type')?.toString().startsWith('text/event-stream') ?? false

const asServer = { kind: SpanKind.SERVER }

function workOf(request: IncomingMessage, isBelieved: boolean): Work {
  const given = isBelieved ? request.headers[requestIdHeader] : undefined
  return {
    id: typeof given === 'string' && isWellFormed(given) ? given : randomUUID(),
    startedAt: performance.now(),
    span: isProbe(request) ? nothing : startSpan('request', asServer, isBelieved ? traceOf(request) : ROOT_CONTEXT),
    codes: [],
    fetches: [],
    slowStatements: [],
  }
}

/** Letters, digits and what stands between them in an id; a line of a log it cannot break. */
export const isWellFormed = (id: string) => /^[\w.-]{8,64}$/.test(id)

/** What a trace tells of work: names and codes of ours alone. */
function describe({ id, span, operation, codes }: Work, part: string, status: number): void {
  span.updateName(operation ?? 'request')
  span.setAttributes({
    'creditgraph.part': part,
    'creditgraph.request_id': id,
    'http.response.status_code': status,
    ...(operation === undefined ? {} : { 'graphql.operation.name': operation }),
    ...(codes.length ? { 'error.type': codes.join(' ') } : {}),
  })
  if (status === 0 || status >= 500 || codes.includes('INTERNAL')) span.setStatus({ code: SpanStatusCode.ERROR })
}
