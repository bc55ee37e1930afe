import { type WorkbookLimits, workbookLimits } from '../workbook/limits.js'

/** What a file with columns may cost us (B08); the limits of workbooks hold for every format where they fit. */
export interface TableLimits extends WorkbookLimits {
  /** Characters of one record of a text file. */
  recordCharacters: number
}

/** The limits that apply unless a caller tightens them. */
export const tableLimits: Readonly<TableLimits> = { ...workbookLimits, recordCharacters: 500_000 }
