import type { IncomingMessage } from 'node:http'

/** The header that tells a part for how many milliseconds whoever asks still waits. */
export const timeLeftHeader = 'x-creditgraph-time-left'

/** For how many milliseconds somebody waits who waits until then; a moment at least, for an answer that says so. */
export const timeLeftUntil = (until: number): string => String(Math.max(1, Math.ceil(until - performance.now())))

/** Until when whoever asks waits, in milliseconds that only ever grow; undefined where it is not said. */
export function untilOf({ headers }: IncomingMessage): number | undefined {
  const left = headers[timeLeftHeader]
  return typeof left === 'string' && /^\d{1,9}$/.test(left) ? performance.now() + Number(left) : undefined
}
