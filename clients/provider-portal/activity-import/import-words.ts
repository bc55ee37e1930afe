import type { ActivityRowEffect } from '../../graphql/graphql'
import type { Tone } from '../../shared/ui/badge'

/** What a row did, in a word; `dryRun` says what it would do. */
export const rowEffects: Record<ActivityRowEffect, { label: string; dryRun: string; tone: Tone }> = {
  ADDED: { label: 'Added', dryRun: 'Would be added', tone: 'good' },
  CHANGED: { label: 'Changed', dryRun: 'Would be changed', tone: 'good' },
  UNCHANGED: { label: 'As it was', dryRun: 'As it is', tone: 'plain' },
  DELETED: { label: 'Deleted', dryRun: 'Would be deleted', tone: 'info' },
  REJECTED: { label: 'To correct', dryRun: 'To correct', tone: 'bad' },
}

/** File kinds that a file of activities can have. */
export const activityFileTypes = ['.xlsx', '.csv', '.txt', '.tsv', '.xml', '.json']
