import type { EntityManager } from '@mikro-orm/postgresql'
import { InternalClient } from '../../shared/http/internal-client.js'
import { InternalTokenIssuer } from '../../shared/security/internal-token.js'
import { ensureKeys, loadSigningKey } from '../../shared/security/keys.js'
import { type ActivitySource, httpActivities } from '../activity/activity-source.js'
import { currentActivities } from '../activity/current-activities.js'
import type { CreditsConfig } from '../config.js'
import { type CreditListener, httpCreditListener } from '../count/credit-listener.js'
import { httpLearners, type LearnerSource } from '../learner/learner-source.js'
import { type ForeignEntities, httpForeignEntities } from '../node/foreign-entities.js'
import { httpReviewListener, type ReviewListener } from '../review/review-listener.js'
import { httpOwners } from './http-owners.js'
import type { Owners } from './owners.js'

export interface OpenOwners {
  owners: Owners
  foreignEntities: ForeignEntities
  learners: LearnerSource
  activities: ActivitySource
  creditListener: CreditListener
  reviewListener: ReviewListener
  close(): Promise<void>
}

/** Connects to the two other subgraphs, signing in the name of this one; `em` has the read model of activities. */
export async function openOwners(
  { keysDir, providersUrl, learnersUrl }: CreditsConfig,
  em: EntityManager,
): Promise<OpenOwners> {
  await ensureKeys(keysDir, ['credits'])
  const issuer = new InternalTokenIssuer(await loadSigningKey(keysDir, 'credits'))
  const providers = new InternalClient('providers', providersUrl, issuer)
  const learners = new InternalClient('learners', learnersUrl, issuer)
  const activities = httpActivities(providers)
  return {
    owners: httpOwners(learners, (activityIds) => currentActivities(em.fork(), activities, activityIds)),
    foreignEntities: httpForeignEntities({ providers, learners }),
    learners: httpLearners(learners),
    activities,
    creditListener: httpCreditListener(providers),
    reviewListener: httpReviewListener(learners),
    close: async () => {
      await Promise.all([providers.close(), learners.close()])
    },
  }
}
