import { conflict } from '../../shared/errors.js'
import type { CheckIn, SlotCodes } from './check-in.js'
import { scannedCode, slotAt, slotSeconds, slotStart, typedCode } from './slot-code.js'

/** How many codes ahead a screen may have: those of an hour. */
export const maxCodes = 240

/** The codes of a check-in from now on; from its opening where that is to come. Throws CONFLICT where it has closed. */
export function showCodes(checkIn: CheckIn, first: number, now: Date): SlotCodes {
  const { opensAt, closesAt } = checkIn
  if (closesAt <= now) throw conflict('This check-in has closed. Open another one.')
  const from = slotAt(opensAt > now ? opensAt : now)
  const count = Math.min(first, slotAt(closesAt) - from + 1)
  const codes = Array.from({ length: count }, (_, index) => ({
    startsAt: slotStart(from + index),
    scanned: scannedCode(checkIn, from + index),
    typed: typedCode(checkIn, from + index),
  }))
  return { now, slotSeconds, codes }
}
