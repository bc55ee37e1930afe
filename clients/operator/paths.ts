import type { MergeStatus, ReviewKind, ReviewState } from '../graphql/graphql'

const withSearch = (path: string, search: Record<string, string | undefined>) => {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** A part of the reviews; without a state those that are open. */
export interface ReviewFilter {
  state?: ReviewState
  kind?: ReviewKind
  providerId?: string
}

/** The part of the reviews that an address names; the graph refuses words that it does not know. */
export const reviewFilterOf = (search: URLSearchParams): ReviewFilter => ({
  state: (search.get('state') as ReviewState | null) ?? undefined,
  kind: (search.get('kind') as ReviewKind | null) ?? undefined,
  providerId: search.get('providerId') ?? undefined,
})

/** Every link inside the Operator app. */
export const paths = {
  home: '/',
  reviews: (filter: ReviewFilter = {}) => withSearch('/reviews', { ...filter }),
  review: (caseId: string, filter: ReviewFilter = {}) => withSearch(`/reviews/${caseId}`, { ...filter }),
  merges: (status?: MergeStatus) => withSearch('/merges', { status }),
  merge: (proposalId: string) => `/merges/${proposalId}`,
  newMerge: (pair: { mergedId?: string; survivorId?: string } = {}) => withSearch('/merges/new', pair),
  guessLocks: '/guess-locks',
  overdueRequests: '/unanswered-requests',
  partnerRequests: '/partners',
  providerYears: (year?: number, lateOnly = true) =>
    withSearch('/late', { year: year?.toString(), lateOnly: lateOnly ? undefined : 'false' }),
}
