import type { TableLayout } from '../../../../shared/table/table-layout.js'
import type { ValidationKey } from '../../validation-form.js'
import type { ValidationShape } from '../validation-batch.js'

/** What is known of a file once it has been read whole. */
export interface FileFacts {
  layout: TableLayout
  rowCount: number
  /** 0 where there is none. */
  headerRow: number
  /** Our columns in the order of the file. */
  columns: ValidationKey[]
  warnings: { message: string; place: string }[]
}

/** Reads validation files, here or elsewhere. */
export interface FileReading {
  /**
   * Reads a file once to its end. Whoever wants to is shown some of its rows on the way, as texts that `rowsOfText` reads, whether or
   * not the file is refused in the end. Throws FileRefusal when it must not be taken.
   */
  inspect(path: string, show?: (text: string) => void): Promise<FileFacts>
  /** The rows of a file that was inspected, many at a time, as `rowsOfText` reads them. */
  read(path: string, shape: ValidationShape): AsyncIterable<string>
}
