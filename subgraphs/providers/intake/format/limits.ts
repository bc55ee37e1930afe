import { type WorkbookLimits, workbookLimits } from '../../../shared/workbook/limits.js'

/** What a file of activities may cost us (B08); those of workbooks hold for every format where they fit. */
export interface IntakeLimits extends WorkbookLimits {
  /** Characters of one record of XML or JSON. */
  recordCharacters: number
  /** Values in one record of XML or JSON. */
  recordValues: number
}

/** The limits that apply unless a caller tightens them. */
export const intakeLimits: Readonly<IntakeLimits> = {
  ...workbookLimits,
  columns: 256,
  recordCharacters: 500_000,
  recordValues: 5_000,
}
