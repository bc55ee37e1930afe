import { graphql } from '../../../graphql'
import type { IssueWordsFragment } from '../../../graphql/graphql'
import type { FieldIssue } from '../../../shared/ui/field'

export const IssueWords = graphql(`
  fragment IssueWords on ActivityIssue {
    code
    severity
    field
    message
    fix
  }
`)

/** What the server says of an activity, or of one of its fields. */
export type Issue = IssueWordsFragment

const tones = { ERROR: 'error', WARNING: 'warning' } as const

const asFieldIssue = ({ severity, message, fix }: Issue): FieldIssue => ({
  tone: tones[severity],
  text: `${message} ${fix}`.trim(),
})

/** What is wrong with the field at a path; errors go first. */
export function issueAt(issues: readonly Issue[], path: string): FieldIssue | undefined {
  const [first] = issues
    .filter(({ field }) => field === path)
    .sort((one, other) => one.severity.localeCompare(other.severity))
  return first && asFieldIssue(first)
}

/** The field of the form in which an issue is shown: its own, or the one that its path leads into. */
export const fieldOf = ({ field }: Issue, names: readonly string[]) =>
  names.find((name) => field === name) ?? names.find((name) => field?.startsWith(`${name}.`)) ?? undefined

/** The fields of the input that are to blame for a refusal. */
export const blamed = (issues: readonly Issue[]) => [
  ...new Set(issues.filter(({ severity }) => severity === 'ERROR').flatMap(({ field }) => field?.split('.')[0] ?? [])),
]
