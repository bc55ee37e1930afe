import { creditTypeLabels } from '../../reference/certifying-boards.js'
import type { ColumnKey } from '../batch/columns.js'
import { boardIdIn, furtherCodes } from '../record/further-boards.js'
import { printQuarters } from '../record/issue.js'
import { cellsAt, type LedgerRecord, partsIn, type RecordPart, type RecordVersion } from './ledger-record.js'

/** One thing that a version says otherwise than the one before; null where it says nothing. */
export interface Change {
  label: string
  before: string | null
  after: string | null
}

const learnerLabels = {
  firstName: 'First name',
  lastName: 'Last name',
  dateOfBirth: 'Month and day of birth',
  licenseIdOrNpi: 'License number or NPI',
  certifyingBoardId: 'Board ID',
} as const satisfies Partial<Record<ColumnKey, string>>

/** What a version changed, field by field; for the first, what it said. */
export function changesOf(record: LedgerRecord, version: RecordVersion): Change[] {
  const previous = record.versions.find(
    (each) => each.versionId !== version.versionId && each.version === version.version - 1,
  )
  const [before, after] = [previous ? saidIn(record, previous) : new Map(), saidIn(record, version)]
  const labels = [...new Set([...before.keys(), ...after.keys()])]
  return labels
    .map((label) => ({ label, before: before.get(label) ?? null, after: after.get(label) ?? null }))
    .filter((change) => change.before !== change.after)
}

/** Everything that a version says, in words, by label. A version without parts says nothing of credit. */
function saidIn(record: LedgerRecord, version: RecordVersion): Map<string, string> {
  const said = new Map<string, string>([
    ['Activity', version.activityId],
    ['Completion date', version.completedOn],
  ])
  for (const part of partsIn(record, version)) for (const [label, words] of inWords(part)) said.set(label, words)
  const cells = cellsAt(record, version)
  for (const [key, label] of Object.entries(learnerLabels)) {
    const text = cells?.[key as keyof typeof learnerLabels]?.text
    if (text) said.set(label, text)
  }
  for (const code of cells ? furtherCodes(cells) : []) {
    const id = cells && boardIdIn(cells, code)
    if (id) said.set(`${code} ID`, id)
  }
  return said
}

function inWords({ kind, boardCode, quarters, licensingState, lines }: RecordPart): [string, string][] {
  if (kind === 'CME') {
    const state: [string, string][] = licensingState ? [['Licensing state', licensingState]] : []
    return [['CME credits', printQuarters(quarters)], ...state]
  }
  const types = lines.map((line) => `${creditTypeLabels[line.creditType]} ${printQuarters(line.quarters)}`)
  return [
    [`${boardCode} points`, printQuarters(quarters)],
    [`${boardCode} credit types`, types.join('; ')],
  ]
}
