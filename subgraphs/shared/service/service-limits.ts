import { tableLimits } from '../table/limits.js'
import type { WireLimits } from '../wire/wire-layout.js'

/** What one call of a web service may carry; files take what is more. */
export const serviceLimits = {
  bodyBytes: 2 * 1024 * 1024,
  /** Calls of one provider in work at once. */
  callsPerProvider: 10,
  /** Records in one call. */
  records: 500,
} as const

/** What one document of a call may cost us. */
export const serviceWireLimits: Readonly<WireLimits> = { ...tableLimits, recordValues: 5_000 }
