/** Addresses outside the app that is open: other apps, sign-in, downloads. Inside, each app’s own paths.ts builds the links. */
export const addresses = {
  landing: '/',
  providerPortal: '/provider/',
  boardDashboard: '/board/',
  passport: '/passport/',
  operator: '/operator/',
  partnerPortal: '/partner/',
  signOut: '/sign-out',
  template: '/template.xlsx',
  sample: '/sample.xlsx',
  validationTemplate: '/templates/learners-validation.xlsx',
  activityTemplate: '/templates/activities-cme.xlsx',
  signIn: (to = here()) => `/sign-in?${new URLSearchParams({ to })}`,
  activity: (activityId: string) => `/activity/${encodeURIComponent(activityId)}`,
  calendar: (activityId: string) => `/activity/${encodeURIComponent(activityId)}.ics`,
  verify: (code: string) => `/verify/${encodeURIComponent(code)}`,
  records: (format: 'csv' | 'xlsx', search: URLSearchParams) => `/exports/records.${format}?${search}`,
  failedRows: (resultAddress: string) => `${resultAddress}?rows=failed`,
  resultAs: (resultAddress: string, form: string) => `${resultAddress}?form=${form}`,
}

function here() {
  return window.location.pathname + window.location.search
}
