import { only, signedIn } from '../reference/access.js'
import { type AccessTable, everybody } from '../shared/policy/access-rule.js'

const reader = only(['PROVIDER_REPORTER'], 'activities:read')
const editor = only(['PROVIDER_REPORTER'], 'activities:write')
const overseer = only(['PROVIDER_REPORTER', 'OPERATOR'], 'activities:read')
const program = only(['PROVIDER_REPORTER'], 'program:read')
const reporter = only(['PROVIDER_REPORTER'], 'program:write')
const reporters = only(['PROVIDER_REPORTER'])
const operator = only(['OPERATOR'], 'platform:operate')

/** For whom everything is that can be asked of this subgraph; the policy files say what of it each may see. */
export const providersAccess: AccessTable = {
  'Query.searchActivities': everybody,
  'Query.suggestActivities': everybody,
  'Query.activity': everybody,
  'Query.activityColumns': everybody,
  'Query.activities': signedIn('activities:read'),
  'Query.activityForm': signedIn('activities:read'),
  'Query.activityAttention': reader,
  'Query.qualityCounts': reader,
  'Query.qualityHints': reader,
  'Query.activityUploadPreview': reader,
  'Query.activityBatches': overseer,
  'Query.activityBatch': overseer,
  'Query.providerMark': program,
  'Query.notifications': program,
  'Query.yearEnd': program,
  'Query.programSummary': program,
  'Query.organizationContacts': program,
  'Query.providerYears': operator,
  'Subscription.activityBatchProgress': overseer,
  'Mutation.saveActivity': editor,
  'Mutation.saveActivities': editor,
  'Mutation.activateActivity': editor,
  'Mutation.closeActivity': editor,
  'Mutation.reopenActivity': only(['PROVIDER_REPORTER', 'OPERATOR'], 'activities:write'),
  'Mutation.deleteActivity': editor,
  'Mutation.copyActivity': editor,
  'Mutation.undoActivity': editor,
  'Mutation.registerMoc': editor,
  'Mutation.withdrawMoc': editor,
  'Mutation.dismissQualityHint': editor,
  'Mutation.restoreQualityHint': editor,
  'Mutation.createActivityUpload': editor,
  'Mutation.startActivityUpload': editor,
  'Mutation.cancelActivityUpload': editor,
  'Mutation.readNotification': reporter,
  'Mutation.acceptAgreement': reporter,
  'Mutation.saveProgramSummary': reporter,
  'Mutation.saveOrganizationContacts': reporter,
  'Mutation.confirmContacts': reporter,
  'Mutation.closeReportingYear': reporter,
  'Mutation.reopenReportingYear': operator,
  ActivityBatch: only(['PROVIDER_REPORTER', 'OPERATOR']),
  ProgramSummary: reporters,
  OrganizationContact: reporters,
  Notification: reporters,
  YearEnd: reporters,
  ProviderYear: only(['OPERATOR']),
}
