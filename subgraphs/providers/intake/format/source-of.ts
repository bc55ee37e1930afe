import { ActivitySource } from '../../../reference/activity.js'
import { FileFormat } from '../../../shared/table/file-format.js'

/** The source that activities of a file of a format show. */
export const sourceOf: Readonly<Record<FileFormat, ActivitySource>> = {
  [FileFormat.XLSX]: ActivitySource.EXCEL,
  [FileFormat.CSV]: ActivitySource.EXCEL,
  [FileFormat.TAB]: ActivitySource.TAB,
  [FileFormat.XML]: ActivitySource.XML,
  [FileFormat.JSON]: ActivitySource.JSON,
}
