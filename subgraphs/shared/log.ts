import { TraceFlags } from '@opentelemetry/api'
import { type DestinationStream, type Logger, pino } from 'pino'
import { currentWork } from './observe/work.js'

export type Log = Logger

/**
 * The log of one part: one JSON line per event, ids only, with the id of the request or job that it belongs to. `level` is a
 * pino level, for example `info` or `silent`.
 */
export function createLog(part: string, level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: { part },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describe },
    mixin: whose,
  }
  return destination ? pino(options, destination) : pino(options)
}

/** The id of what is being worked on, and its trace where one is kept. */
function whose(): object {
  const work = currentWork()
  if (!work) return {}
  const { traceId, traceFlags } = work.span.spanContext()
  return { requestId: work.id, ...(traceFlags === TraceFlags.SAMPLED && { traceId }) }
}

/** An error as it is logged: of what a database says only the parts that quote no value, which may be somebody’s name. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const refusal = databaseErrorIn(error)
  if (!refusal) return pino.stdSerializers.err(error)
  const { code, table, constraint } = refusal
  return { type: error.name, code, table, constraint, stack: frames(error) }
}

interface DatabaseError extends Error {
  code: string
  table?: string
  constraint?: string
}

function databaseErrorIn(error: unknown): DatabaseError | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && isSqlState(error.code)) return error as DatabaseError
  return databaseErrorIn(error.cause ?? ('originalError' in error ? error.originalError : undefined))
}

/** Five letters and digits, `22P02` for example; the codes of the operating system have letters alone. */
const isSqlState = (code: unknown) => typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)

const frames = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
