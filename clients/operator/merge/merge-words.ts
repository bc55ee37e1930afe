import type { Agreement, MergeField, MergeStatus } from '../../graphql/graphql'
import type { Tone } from '../../shared/ui/badge'

type Word = { label: string; tone: Tone }

export const mergeStatuses: Record<MergeStatus, Word> = {
  SUGGESTED: { label: 'Found alike', tone: 'info' },
  PROPOSED: { label: 'Waiting for a second person', tone: 'warn' },
  APPROVED: { label: 'Merged', tone: 'good' },
  REJECTED: { label: 'Two people', tone: 'plain' },
  UNMERGED: { label: 'Taken back', tone: 'plain' },
}

/** What somebody who answered did, after the name. */
export const decisionWords: Record<MergeStatus, string> = {
  SUGGESTED: 'found them alike',
  PROPOSED: 'proposed the merge',
  APPROVED: 'approved the merge',
  REJECTED: 'said that they are two people',
  UNMERGED: 'took the merge back',
}

export const agreements: Record<Agreement, Word> = {
  EQUAL: { label: 'Same', tone: 'good' },
  DIFFERENT: { label: 'Different', tone: 'bad' },
  MISSING: { label: 'Not known of both', tone: 'plain' },
}

export const mergeFields: Record<MergeField, string> = {
  LAST_NAME: 'Last name',
  FIRST_NAME: 'First name',
  MIDDLE_NAME: 'Middle name',
  SUFFIX: 'Suffix',
  BIRTHDATE: 'Birthday',
  NPI: 'NPI',
}
