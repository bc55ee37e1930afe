import type { ActivityAttention } from '../../../graphql/graphql'
import { plural } from '../../../shared/format/numbers'

interface AttentionWord {
  label: string
  /** As a sentence with how many there are. */
  title: (count: number) => string
  /** What to do about it. */
  text: string
  action: string
}

const activities = (count: number) => plural(count, 'activity', 'activities')

/** Why activities need attention, in words. */
export const attentionWords: Record<ActivityAttention, AttentionWord> = {
  DRAFT_SOON: {
    label: 'Drafts that begin soon',
    title: (count) => `${plural(count, 'draft')} with data missing ${count === 1 ? 'begins' : 'begin'} soon`,
    text: 'Learners can be reported only once an activity is active.',
    action: 'See the drafts',
  },
  ENDED_NOT_CLOSED: {
    label: 'Ended, not closed',
    title: (count) => `${activities(count)} ended and ${count === 1 ? 'is' : 'are'} not closed`,
    text: 'Enter the learner counts and outcomes, and close them.',
    action: 'Close them',
  },
  LIVE_WITHOUT_LEARNERS: {
    label: 'Live, without learners',
    title: (count) => `${activities(count)} took place with no learners on record`,
    text: 'Enter the counts, or delete what was never held.',
    action: 'Look at them',
  },
  COUNTS_DUE: {
    label: 'Counts due',
    title: (count) => `Counts of ${activities(count)} are due as of 31 December`,
    text: 'Enduring material is counted cumulatively, once a year.',
    action: 'Enter the counts',
  },
}

/** The reasons in the order in which they matter. */
export const attentions = Object.keys(attentionWords) as ActivityAttention[]
