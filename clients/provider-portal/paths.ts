import type { ActivityAttention, BoardStanding, ClaimState, MatchDecision, RowOutcome } from '../graphql/graphql'

/** A part of a batch’s rows. */
export interface RowFilter {
  outcome?: RowOutcome
  withIssues?: boolean
  corrected?: boolean
}

function rowSearch({ outcome, withIssues, corrected }: RowFilter = {}) {
  const search = new URLSearchParams()
  if (outcome) search.set('outcome', outcome)
  if (withIssues) search.set('withIssues', 'true')
  if (corrected !== undefined) search.set('corrected', String(corrected))
  return search.size > 0 ? `?${search}` : ''
}

/** Why rows are to be corrected. */
interface Reason {
  code: string
  column?: string | null
}

function reasonSearch(reason: Reason | undefined) {
  if (!reason) return ''
  return `?${new URLSearchParams({ code: reason.code, ...(reason.column ? { column: reason.column } : {}) })}`
}

/** A part of the rows of a validation file. */
export interface AnswerFilter {
  onlyProblems?: boolean
  licenseDecision?: MatchDecision
  boardDecision?: MatchDecision
}

function answerSearch(filter: AnswerFilter) {
  const search = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]))
  return search.size > 0 ? `?${search}` : ''
}

/** Every link inside the Provider Portal. */
export const paths = {
  home: '/',
  upload: '/upload',
  batches: '/batches',
  batch: (batchId: string, filter?: RowFilter) => `/batches/${batchId}${rowSearch(filter)}`,
  correctRows: (batchId: string, reason?: Reason) => `/batches/${batchId}/correct${reasonSearch(reason)}`,
  enterLearner: (activityId?: string) => (activityId ? `/enter?activityId=${activityId}` : '/enter'),
  validate: (show?: string) => (show ? `/validate?show=${show}` : '/validate'),
  validateFile: '/validate/file',
  validationFiles: '/validate/files',
  validationFile: (batchId: string, filter: AnswerFilter = {}) => `/validate/files/${batchId}${answerSearch(filter)}`,
  activities: '/activities',
  activity: (activityId: string) => `/activities/${activityId}`,
  activityLearners: (activityId: string) => `/activities/${activityId}/learners`,
  newActivity: '/activities/new',
  editActivity: (activityId: string) => `/activities/${activityId}/edit`,
  checkIns: (activityId: string) => `/activities/${activityId}/check-ins`,
  checkIn: (checkInId: string, state?: ClaimState) => `/check-ins/${checkInId}${state ? `?state=${state}` : ''}`,
  checkInScreen: (checkInId: string) => `/check-ins/${checkInId}/screen`,
  activityTable: (filter = '') => `/activities/table${filter}`,
  activitiesNeeding: (attention: ActivityAttention) => `/activities?attention=${attention}`,
  importActivities: '/activities/import',
  activityFiles: '/activities/files',
  activityFile: (batchId: string, filter?: RowFilter) => `/activities/files/${batchId}${rowSearch(filter)}`,
  submissions: '/submissions',
  submissionsWith: (standing: BoardStanding) => `/submissions?standing=${standing}`,
  record: (completionId: string) => `/submissions/${completionId}`,
  creditRequests: (show?: string) => (show ? `/missing-credit?show=${show}` : '/missing-credit'),
  creditRequest: (requestId: string) => `/missing-credit/${requestId}`,
  yearEnd: (year?: number) => (year ? `/year-end?year=${year}` : '/year-end'),
  summary: (year: number) => `/year-end/summary?year=${year}`,
  contacts: (year: number) => `/year-end/contacts?year=${year}`,
  quality: (year: number, dismissed = false) => `/year-end/quality?year=${year}${dismissed ? '&dismissed=true' : ''}`,
  mark: '/mark',
}
