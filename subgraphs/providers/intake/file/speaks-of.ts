import { FileFormat } from '../../../shared/table/file-format.js'
import { type ColumnKey, partsOfKey } from '../column/column.js'
import { columns } from '../column/columns.js'
import { legacyKeys } from '../legacy/legacy-cells.js'
import type { FileShape } from './file-shape.js'
import { readColumns } from './read-rows.js'

/** The columns of which a file speaks: those it has, those of its template, or, for whole records, all. */
export function speaksOf(shape: FileShape): ReadonlySet<ColumnKey> {
  if (shape.format === FileFormat.XML || shape.format === FileFormat.JSON) {
    return new Set(columns.map(({ key }) => key))
  }
  const keys = shape.template ? legacyKeys : readColumns(shape).map(({ key }) => key)
  return new Set(keys.map((key) => partsOfKey(key).key))
}
