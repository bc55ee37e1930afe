import type { InternalClient } from '../../shared/http/internal-client.js'
import type { LearnerClaim } from '../owners/owners.js'

/** That a provider asks whom a row means, or no longer does. */
export interface ReviewNews {
  batchId: string
  rowNumber: number
  providerId: string
  /** Counts what was said of the row. */
  revision: number
  isOpen: boolean
  /** Null where it no longer asks. */
  claim: LearnerClaim | null
  /** What the CME part and the MOC part report, as decimals. */
  credits: number
  points: number
  askedAt: string
}

/** The part whose people answer; the same news may be told twice. */
export interface ReviewListener {
  receive(news: readonly ReviewNews[]): Promise<void>
}

/** The learners subgraph over HTTP. */
export function httpReviewListener(learners: Pick<InternalClient, 'ask'>): ReviewListener {
  return {
    async receive(news) {
      await learners.ask('mutation ReceiveReviews($news: [ReviewNews!]!) { receiveReviews(news: $news) }', { news })
    },
  }
}
