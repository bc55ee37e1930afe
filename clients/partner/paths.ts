/** Every link inside the Partner Portal. */
export const paths = {
  keys: '/',
  newKey: '/keys/new',
  operations: '/operations',
  register: '/operations/register',
  operation: (name: string) => `/operations/${encodeURIComponent(name)}`,
  use: (days?: number) => (days === undefined ? '/use' : `/use?days=${days}`),
  limits: '/limits',
  changes: '/changes',
  ask: '/ask',
  welcome: '/welcome',
}

/** Addresses of the gateway that the pages ask. */
export const addresses = {
  keys: '/keys',
  key: (keyId: string) => `/keys/${encodeURIComponent(keyId)}`,
  operations: '/operations',
  dryRun: '/operations?dryRun=true',
  operation: (name: string) => `/operations/${encodeURIComponent(name)}`,
  deprecation: (name: string) => `/operations/${encodeURIComponent(name)}/deprecation`,
  use: (days: number) => `/operation-use?days=${days}`,
  limits: '/limits',
  changes: '/api-changes.json',
  openApi: '/api/openapi.json',
  client: '/operations/client.ts',
  try: '/sandbox/try',
  requests: '/partner-requests',
  invitations: '/invitations',
}
