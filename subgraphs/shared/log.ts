import { type Logger, pino } from 'pino'

export type Log = Logger

/** The log of one part: one JSON line per event, ids only. `level` is a pino level, for example `info` or `silent`. */
export function createLog(part: string, level: string): Log {
  return pino({ level, base: { part }, timestamp: pino.stdTimeFunctions.isoTime })
}
