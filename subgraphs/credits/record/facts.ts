import type { CreditIdOwner } from '../credit-id/credit-ids.query.js'
import type { ActivityFacts } from '../owners/owners.js'
import type { LiveParts } from './live-parts.js'
import type { RowMatch } from './look-up.js'
import type { RefusedPoints } from './refused-points.js'

/** Everything outside a row that its judgement depends on. */
export interface Facts {
  /** Today in US Central time, `YYYY-MM-DD`. */
  today: string
  providerId: string
  activities: ReadonlyMap<string, ActivityFacts>
  /** By row number. */
  matches: ReadonlyMap<number, RowMatch>
  /**
   * Learners for whom this provider already has an accepted record; only of them are disagreeing fields named.
   * Grows while rows are judged, like `live`.
   */
  knownLearners: Set<string>
  /** Kept current while rows are judged: an accepted row is a fact for the next. */
  live: LiveParts
  /** Points that boards have rejected, by what was said of them: the same again is nothing new (I-8). */
  refusedPoints: RefusedPoints
  /** Reports for REMS that stand, as printed keys; kept current like `live`. */
  remsReports: Set<string>
  /** What the provider’s ids of credit stand for; kept current like `live`. */
  creditIds: Map<string, CreditIdOwner>
  newId: () => string
}
