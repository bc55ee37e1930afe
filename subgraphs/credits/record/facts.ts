import type { CreditIdOwner } from '../credit-id/credit-ids.query.js'
import type { ActivityFacts, LearnerMatch } from '../owners/owners.js'
import type { LiveParts } from './live-parts.js'

/** Everything outside a row that its judgement depends on. */
export interface Facts {
  /** Today in US Central time, `YYYY-MM-DD`. */
  today: string
  providerId: string
  activities: ReadonlyMap<string, ActivityFacts>
  /** By row number. */
  matches: ReadonlyMap<number, LearnerMatch>
  /**
   * Learners for whom this provider already has an accepted record; only of them are disagreeing fields named.
   * Grows while rows are judged, like `live`.
   */
  knownLearners: Set<string>
  /** Kept current while rows are judged: an accepted row is a fact for the next. */
  live: LiveParts
  /** Reports for REMS that stand, as printed keys; kept current like `live`. */
  remsReports: Set<string>
  /** What the provider’s ids of credit stand for; kept current like `live`. */
  creditIds: Map<string, CreditIdOwner>
  newId: () => string
}
