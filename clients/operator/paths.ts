import type { MergeStatus } from '../graphql/graphql'

const withSearch = (path: string, search: Record<string, string | undefined>) => {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** Every link inside the Operator app. */
export const paths = {
  home: '/',
  merges: (status?: MergeStatus) => withSearch('/merges', { status }),
  merge: (proposalId: string) => `/merges/${proposalId}`,
  newMerge: (pair: { mergedId?: string; survivorId?: string } = {}) => withSearch('/merges/new', pair),
  guessLocks: '/guess-locks',
  providerYears: (year?: number, lateOnly = true) =>
    withSearch('/late', { year: year?.toString(), lateOnly: lateOnly ? undefined : 'false' }),
}
