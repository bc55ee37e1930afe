import type { IncomingMessage } from 'node:http'
import {
  type Context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'

const propagator = new W3CTraceContextPropagator()

// Nobody’s but ours: libraries that look for a tracer of the process find none, and put nothing into our traces.
let tracer: Tracer | undefined
/** Stands for every step while nobody keeps traces. */
export const nothing = trace.wrapSpanContext(INVALID_SPAN_CONTEXT)

/** Lets steps be kept by a tracer; until then there are none. */
export function traceBy(other: Tracer): void {
  tracer = other
}

/** The trace that a caller has begun, from its `traceparent`. */
export const traceOf = ({ headers }: Pick<IncomingMessage, 'headers'>): Context =>
  !tracer || headers.traceparent === undefined
    ? ROOT_CONTEXT
    : propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter)

/** The trace that a job was put down in. */
export const traceFrom = (traceparent: string | undefined): Context =>
  traceOf({ headers: traceparent === undefined ? {} : { traceparent } })

/** Begins a step of a trace. */
export const startSpan = (name: string, options: SpanOptions, parent: Context): Span =>
  tracer ? tracer.startSpan(name, options, parent) : nothing

/** Begins a step below another one; below one that is not kept, there is only that one. */
export const startChild = (name: string, options: SpanOptions, parent: Span): Span =>
  tracer && parent.isRecording() ? tracer.startSpan(name, options, trace.setSpan(ROOT_CONTEXT, parent)) : parent

/** Writes into headers which step they are sent by, for the part that goes on with the trace. */
export function writeTrace(span: Span, headers: Record<string, string>): void {
  if (span !== nothing) propagator.inject(trace.setSpan(ROOT_CONTEXT, span), headers, defaultTextMapSetter)
}
