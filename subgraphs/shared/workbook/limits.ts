/** What a workbook may cost us; all limits of reading stand here. */
export interface WorkbookLimits {
  /** Data rows, without guidance and header. */
  rows: number
  /** Columns in which something may stand. */
  columns: number
  /** Characters in one cell; spreadsheet programs allow 32,767. */
  cellCharacters: number
  fileBytes: number
  /** Unpacked size of one part, and of all parts together. */
  unpackedBytes: number
  /** Unpacked size over packed size, for parts large enough to matter. */
  packingRatio: number
  zipEntries: number
  sharedStrings: number
  /** Bytes of shared strings kept in memory; the rest goes to a scratch file beside the upload. */
  sharedStringBytesInMemory: number
  /** Nesting of XML elements. */
  xmlDepth: number
}

const mebibyte = 2 ** 20

/** The limits that apply unless a caller tightens them. */
export const workbookLimits: Readonly<WorkbookLimits> = {
  rows: 1_000_000,
  columns: 60,
  cellCharacters: 32_767,
  fileBytes: 256 * mebibyte,
  unpackedBytes: 1536 * mebibyte,
  packingRatio: 200,
  zipEntries: 200,
  sharedStrings: 2_000_000,
  sharedStringBytesInMemory: 8 * mebibyte,
  xmlDepth: 32,
}
