import { CellReader } from '../../reference/cell-reader.js'
import {
  deaRegistrations,
  parseEntry,
  remsPracticeAreas,
  remsProfessions,
  remsTimesInPractice,
} from '../../reference/rems.js'
import { parseState } from '../../reference/states.js'
import type { Issue } from '../../shared/upload/issue.js'
import { type ColumnKey, learnerForm, type RowCells } from '../batch/columns.js'
import type { Submission } from '../record/submission.js'
import type { RemsClaim } from './rems-claim.js'

/** The columns of the REMS part. */
export const remsColumns: readonly ColumnKey[] = [
  'localIdentifier',
  'practiceState',
  'deaRegistration',
  'profession',
  'practiceArea',
  'surgicalProcedures',
  'timeInPractice',
]

/** True for a row with anything in its REMS columns. */
export const reportsRems = (cells: RowCells): boolean => remsColumns.some((key) => cells[key]?.text.trim())

/** Understands the REMS part of a row (L31, L32); a row that deletes needs the id of the learner alone. */
export function readRems(cells: RowCells, action: Submission['action']): { claim?: RemsClaim; issues: Issue[] } {
  const cell = new CellReader(learnerForm, cells)
  const oneOf = <Entry extends string>(key: ColumnKey, list: readonly Entry[], must = false) =>
    cell.value(key, `one of: ${list.join(', ')}`, ({ text }) => parseEntry(list, text), must)
  const localIdentifier = cell.value(
    'localIdentifier',
    'idd:, a domain, a kind and your id of the learner, such as idd:acme:learner:77',
    ({ text }) => (/^idd:[^:]+:[^:]+:.+$/.test(text) && text.length <= maxLength ? text : undefined),
    true,
  )
  const claim = {
    profession: oneOf('profession', remsProfessions, action === 'ADD'),
    practiceState: cell.value('practiceState', 'a state such as Maine or ME', ({ text }) => parseState(text)),
    deaRegistration: oneOf('deaRegistration', deaRegistrations),
    practiceArea: oneOf('practiceArea', remsPracticeAreas),
    surgicalProcedures: cell.value('surgicalProcedures', 'Yes or No', ({ text }) => answers[text.toLowerCase()]),
    timeInPractice: oneOf('timeInPractice', remsTimesInPractice),
  }
  const { issues } = cell
  return issues.length || !localIdentifier ? { issues } : { claim: { ...claim, localIdentifier }, issues: [] }
}

const maxLength = 300
const answers: Readonly<Record<string, boolean>> = { yes: true, y: true, true: true, no: false, n: false, false: false }
