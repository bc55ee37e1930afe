/** Why a whole file is refused; the catalogue of what can be wrong before any row is judged. */
export type RefusalCode =
  | 'FILE_FORMAT'
  | 'FILE_FORMAT_UNSAFE'
  | 'FILE_TOO_LARGE'
  | 'UNPACKED_TOO_LARGE'
  | 'FILE_TOO_MANY_ROWS'
  | 'FILE_TOO_WIDE'
  | 'FILE_EMPTY'
  | 'HEADER_MISSING'
  | 'COLUMN_MISSING'
  | 'COLUMN_REPEATED'
  | 'CELL_TOO_LONG'
  | 'CELL_FORMULA'

/** A file that is not read at all: the message says where the trouble is and what to do about it. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal'

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly place?: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
