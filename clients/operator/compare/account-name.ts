import type { Viewer } from '../../shared/app/viewer'

/** Programs that speak up beside the operators. */
const programs: Record<string, string> = {
  finder: 'The search for duplicates',
  feed: 'A file of a board',
}

/** Who did something, as the viewer would say it. */
export const accountName = (accountId: string, viewer: Viewer) =>
  accountId === viewer.accountId ? 'You' : (programs[accountId] ?? accountId)
