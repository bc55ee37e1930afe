import type { ColumnKey } from '../batch/columns.js'
import type { DayOrder } from './day-order.js'

/** What stands in every row of a file that lacks a column. */
export type EveryRow = Partial<Record<ColumnKey, string>>

/** A column of a file, and which of ours it is; null when it is not read. */
export interface MappedColumn {
  /** Its place in the file, from 1. */
  position: number
  /** As the file writes it, at most 200 characters. */
  header: string
  key: ColumnKey | null
}

/** How a file that has not the columns of the template is read. */
export interface ColumnMapping {
  /** The row of the header. */
  headerRow: number
  columns: MappedColumn[]
  dayOrder: DayOrder
  everyRow: EveryRow
}

const longestHeader = 200

/** A header as it is kept and shown: whole characters, and not too many of them. */
export const shortHeader = (header: string): string =>
  [
    ...header
      .slice(0, 2 * longestHeader)
      .toWellFormed()
      .trim(),
  ]
    .slice(0, longestHeader)
    .join('')
