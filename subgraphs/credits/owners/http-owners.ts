import { forbidden } from '../../shared/errors.js'
import type { InternalClient } from '../../shared/http/internal-client.js'
import type { LearnerMatch, Owners, Physician } from './owners.js'

const matchLearnersQuery = `query MatchLearners($claims: [LearnerClaim!]!, $providerId: ID!, $isTrial: Boolean!) {
  matchLearners(claims: $claims, providerId: $providerId, isTrial: $isTrial) {
    license { decision learnerId disagreeing isReviewed warnings }
    diplomate { decision learnerId disagreeing isReviewed warnings }
  }
}`

const physicianQuery = `query Physician {
  viewer {
    learner {
      givenName middleName familyName suffix degree npi
      licenses { state licenseNumber board { code } }
      certifications { boardId status board { code } }
    }
  }
}`

/** The owner of learners over HTTP; what activities allow is known beside it. */
export function httpOwners(learners: Pick<InternalClient, 'ask'>, activityFacts: Owners['activityFacts']): Owners {
  return {
    activityFacts,
    async matchLearners(claims, providerId, purpose) {
      const given = { claims, providerId, isTrial: purpose === 'TRIAL' }
      const { matchLearners } = await learners.ask<{ matchLearners: LearnerMatch[] }>(matchLearnersQuery, given)
      return matchLearners
    },
    async physician(claims) {
      const { viewer } = await learners.ask<{ viewer: { learner: Physician | null } | null }>(
        physicianQuery,
        {},
        claims,
      )
      if (!viewer?.learner) throw forbidden('Only a physician can do that, for himself or herself.')
      return viewer.learner
    },
  }
}
