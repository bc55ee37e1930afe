import type { RowOutcome } from '../graphql/graphql'

/** A part of a batch’s rows. */
export interface RowFilter {
  outcome?: RowOutcome
  withIssues?: boolean
}

/** Every link inside the Provider Portal. */
export const paths = {
  home: '/',
  upload: '/upload',
  batches: '/batches',
  batch: (batchId: string, { outcome, withIssues }: RowFilter = {}) => {
    const search = new URLSearchParams()
    if (outcome) search.set('outcome', outcome)
    if (withIssues) search.set('withIssues', 'true')
    return `/batches/${batchId}${search.size > 0 ? `?${search}` : ''}`
  },
  enterLearner: (activityId?: string) => (activityId ? `/enter?activityId=${activityId}` : '/enter'),
  activities: '/activities',
  activity: (activityId: string) => `/activities/${activityId}`,
  newActivity: '/activities/new',
  editActivity: (activityId: string) => `/activities/${activityId}/edit`,
  activityTable: (filter = '') => `/activities/table${filter}`,
  submissions: '/submissions',
}
