import { type CellReader, shorten } from '../../reference/cell-reader.js'
import type { ColumnKey } from '../batch/columns.js'
import { issue } from '../record/issue.js'

/** The credit ids of a row, one for each line of its credit at most, parted by semicolons (L28). What is none is said. */
export function readCreditIds(cell: CellReader<ColumnKey>): readonly string[] {
  const ids = (cell.text('creditId') ?? '').split(/; *(?=ccid:)/)
  const wrong = ids.find((id) => id !== '' && !(form.test(id) && id.length <= maxLength))
  if (wrong !== undefined) cell.say(issue('CREDIT_ID_MALFORMED', 'creditId', { value: shorten(wrong) }))
  return ids.filter(Boolean)
}

const form = /^ccid:[^:]+:[^:]+$/
const maxLength = 300
