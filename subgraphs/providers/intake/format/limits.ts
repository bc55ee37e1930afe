import { type TableLimits, tableLimits } from '../../../shared/table/limits.js'

/** What a file of activities may cost us (B08). */
export interface IntakeLimits extends TableLimits {
  /** Values in one record of XML or JSON. */
  recordValues: number
}

/** The limits that apply unless a caller tightens them. */
export const intakeLimits: Readonly<IntakeLimits> = { ...tableLimits, columns: 256, recordValues: 5_000 }
