import type { ActivityRow, RowAction } from '../../activity/change/activity-row.js'
import type { ColumnKey } from '../column/column.js'
import type { IntakeCells, IntakeRow } from './intake-row.js'
import { readFields } from './read-fields.js'
import { readRegistrations } from './read-registrations.js'
import { type RowIssue, rowIssue } from './row-issue.js'
import { RowReader } from './row-reader.js'

/** What holds for all rows of a file. */
export interface RowsAbout {
  /** The columns of which the file speaks. */
  speaksOf: ReadonlySet<ColumnKey>
  /** True where every row needs the provider’s own id (A04). */
  needsOwnId: boolean
  /** True when whoever sent the file confirmed the undertakings for its MOC registrations (M09). */
  mocAttested: boolean
  /** True when whoever sent the file attested to the criteria for MIPS (A33). */
  mipsAttested: boolean
}

const actions: Readonly<Record<string, RowAction>> = { add: 'ADD', update: 'UPDATE', delete: 'DELETE' }

/** A row as the rules of activities take it, and what cannot be read of it; a row with an error is not handed on. */
export function toActivityRow(
  { cells, issues: known }: Pick<IntakeRow, 'cells' | 'issues'>,
  { speaksOf, needsOwnId, mocAttested, mipsAttested }: RowsAbout,
): { row: ActivityRow; issues: RowIssue[] } {
  const reader = new RowReader(cells, speaksOf)
  const action = actionOf(cells)
  const issues = [...known]
  if (!action) issues.push(rowIssue('ACTION_UNKNOWN', 'recordAction', { value: cells.recordAction?.text ?? '' }))
  if (needsOwnId && !cells.providerActivityId?.text.trim() && !known.length) {
    issues.push(rowIssue('OWN_ID_MISSING', 'providerActivityId'))
  }
  const activityId = cells.activityId?.text.trim() || null
  if (action === 'DELETE') {
    const providerActivityId = cells.providerActivityId?.text
    return { row: { action, activityId, fields: { providerActivityId } }, issues: [...issues, ...reader.issues] }
  }
  const row: ActivityRow = {
    action: action ?? 'SAVE',
    activityId,
    fields: readFields(reader, mipsAttested),
    mocRegistrations: readRegistrations(reader, mocAttested),
    activate: 'WHEN_COMPLETE',
    close: reader.flag('close') ?? false,
  }
  return { row, issues: [...issues, ...reader.issues] }
}

function actionOf({ recordAction }: IntakeCells): RowAction | undefined {
  const text = recordAction?.text.trim().toLowerCase()
  return text ? actions[text] : 'SAVE'
}
