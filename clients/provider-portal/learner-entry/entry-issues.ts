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
} as const

export type EntryField = (typeof fields)[keyof typeof fields]

const isColumn = (column: string): column is keyof typeof fields => column in fields

/** What to show at each field, the first issue of a field first. */
export function issuesByField(issues: readonly EntryIssue[]) {
  const found: Partial<Record<EntryField, FieldIssue>> = {}
  for (const issue of issues) {
    const column = (issue.column ?? '').replace(/^Additional /, '')
    if (!isColumn(column)) continue
    found[fields[column]] ??= {
      tone: issue.severity === 'ERROR' ? 'error' : 'warning',
      text: [issue.message, issue.fix].filter(Boolean).join(' '),
    }
  }
  return found
}

/** Issues of no single field. The permission has its own place beside its box. */
export const issuesOfNoField = (issues: readonly EntryIssue[]) =>
  issues.filter(
    (issue) => issue.code !== 'PERMISSION_MISSING' && !isColumn((issue.column ?? '').replace(/^Additional /, '')),
  )
