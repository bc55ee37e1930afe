import type { Activity } from '../activity.js'
import type { ActivityIssue } from '../judge/issue.js'
import type { ActivityPatch } from './apply-patch.js'
import type { ActivityChangeRecord } from './write-changes.js'

/** SAVE adds or changes, whichever it is; the others insist. */
export type RowAction = 'SAVE' | 'ADD' | 'UPDATE' | 'DELETE'

/**
 * One activity as a file, a program or a form tells of it. Which one it is follows from our id, else from the provider’s
 * own id among the fields (A05, A06).
 */
export interface ActivityRow extends ActivityPatch {
  action: RowAction
  activityId?: string | null
  /** The version on which the change was made; another one is a conflict. */
  expectedVersion?: number | null
  /** ALWAYS insists that it becomes active; WHEN_COMPLETE leaves what lacks something a draft. */
  activate?: 'NEVER' | 'WHEN_COMPLETE' | 'ALWAYS'
  /** Closes it, after making it active where that is wanted. */
  close?: boolean | null
}

export type RowOutcome = 'ADDED' | 'CHANGED' | 'UNCHANGED' | 'DELETED' | 'REJECTED'

/** What became of a row. */
export interface RowVerdict {
  outcome: RowOutcome
  /** The activity as it is now; for REJECTED as it would have been, and null where there is none. */
  activity: Activity | null
  /** What is wrong or worth knowing; errors first. */
  issues: ActivityIssue[]
  /** What is to be written. */
  change: ActivityChangeRecord | null
}
