import type { TrySubmissionMutation } from '../../graphql/graphql'
import type { FieldIssue } from '../../shared/ui/field'

export type Outcome = TrySubmissionMutation['submitCompletion']['row']
export type EntryIssue = Outcome['issues'][number]

/** The fields of the form, by the column of the template that says the same. */
const fields = {
  'ACCME Activity ID': 'activity',
  'Completion Date': 'completedOn',
  'First Name': 'givenName',
  'Last Name': 'familyName',
  'Date of Birth': 'birthday',
  'Licensing State': 'licensingState',
  'Licensing ID or NPI': 'licenseOrNpi',
  'Number of CME Credits': 'credits',
  'Certifying Board': 'board',
  'Certifying Board ID': 'boardId',
  'Total Board Credits': 'points',
  'Credit Type': 'lines',
  'Credits Awarded for Credit Type': 'lines',
  'Credit ID': 'creditId',
} as const

export type EntryField = (typeof fields)[keyof typeof fields]

const isColumn = (column: string): column is keyof typeof fields => column in fields

const furtherBoard = /^(.+) \(([A-Z]+)\)$/

/** The name of an issue’s column without the number of its credit type, and the board it stands with beyond the first. */
function columnOf({ column }: EntryIssue): { name: string; board?: string } {
  const name = (column ?? '').replace(/^Additional /, '')
  const [, plain, board] = furtherBoard.exec(name) ?? []
  return plain && isColumn(plain.replace(/^Additional /, '')) ? { name: plain, board } : { name }
}

/** What to show at each field, the first issue of a field first; of the boards beyond the first, only those of one that is named. */
export function issuesByField(issues: readonly EntryIssue[], board?: string) {
  const found: Partial<Record<EntryField, FieldIssue>> = {}
  for (const issue of issues) {
    const { name, board: of } = columnOf(issue)
    if (of !== board || !isColumn(name)) continue
    found[fields[name]] ??= shown(issue)
  }
  return found
}

/** What to show at the fields of REMS, by their labels. */
export const issuesByLabel = (issues: readonly EntryIssue[]): Partial<Record<string, FieldIssue>> =>
  Object.fromEntries(issues.flatMap((issue) => (issue.column ? [[issue.column, shown(issue)]] : [])))

const shown = ({ severity, message, fix }: EntryIssue): FieldIssue => ({
  tone: severity === 'ERROR' ? 'error' : 'warning',
  text: [message, fix].filter(Boolean).join(' '),
})

/** Issues of no single field. The permission has its own place beside its box. */
export const issuesOfNoField = (issues: readonly EntryIssue[], labels: readonly string[] = []) =>
  issues.filter(
    (issue) =>
      issue.code !== 'PERMISSION_MISSING' && !isColumn(columnOf(issue).name) && !labels.includes(issue.column ?? ''),
  )
