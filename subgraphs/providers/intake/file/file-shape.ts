import type { TableLayout } from '../../../shared/table/table-layout.js'
import type { MatchedColumn } from '../column/match-columns.js'
import type { LegacyTemplate } from '../legacy/legacy-layout.js'

/** How a file is to be read, found out once. */
export interface FileShape extends TableLayout {
  /** The legacy template whose rows it has; null for a file with a header, and for records. */
  template: LegacyTemplate | null
  /** The row of the header; 0 where there is none. */
  headerRow: number
  /** Its columns; none for records. */
  columns: MatchedColumn[]
}
