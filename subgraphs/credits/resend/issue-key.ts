import { shorten } from '../../reference/cell-reader.js'
import { creditTypeLabels, parseCreditType } from '../../reference/certifying-boards.js'
import type { Issue } from '../../shared/upload/issue.js'
import { type ColumnKey, columns, parseQuarters, type RowCells } from '../batch/columns.js'

const lineNumbers = [1, 2, 3, 4] as const
const typeKeys: readonly ColumnKey[] = [
  'creditType',
  ...lineNumbers.map((pair) => `additionalCreditType${pair}` as const),
]
const amountKeys: readonly ColumnKey[] = [
  'creditTypeCredits',
  ...lineNumbers.map((pair) => `additionalCredits${pair}` as const),
]

/** Issues that are said of the lines of a board as a whole: the line that is meant. */
const meantLine: Readonly<Record<string, (cells: RowCells, message: string) => ColumnKey | undefined>> = {
  CREDIT_LINE_EXCEEDS_TOTAL: (cells) => {
    const total = parseQuarters(cells.totalBoardCredits?.text ?? '') ?? 0
    return amountKeys.find((key) => (parseQuarters(cells[key]?.text ?? '') ?? 0) > total)
  },
  CREDIT_TYPE_NOT_REGISTERED: (cells, message) =>
    typeKeys.find((key) => {
      const type = parseCreditType(cells[key]?.text ?? '')
      return type && message.includes(`“${creditTypeLabels[type]}”`)
    }),
}

/** The cell that an issue is about. Of several columns with one header it is the one that the issue quotes. */
export function keyOf(
  { code, column, message }: Pick<Issue, 'code' | 'column' | 'message'>,
  cells: RowCells,
): ColumnKey | undefined {
  const meant = meantLine[code]?.(cells, message)
  if (meant) return meant
  const keys = columns.filter(({ header }) => header === column).map(({ key }) => key)
  const quoted = keys.find((key) => {
    const text = cells[key]?.text.trim()
    return text && message.includes(`“${shorten(text)}”`)
  })
  return quoted ?? keys.find((key) => !cells[key]) ?? keys[0]
}
