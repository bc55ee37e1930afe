import { forbidden } from '../../shared/errors.js'
import type { InternalClient } from '../../shared/http/internal-client.js'
import type { ActivityFacts, LearnerMatch, Owners, Physician } from './owners.js'

const activityFactsQuery = `query ActivityFacts($activityIds: [ID!]!) {
  activityFacts(activityIds: $activityIds) {
    activityId providerId providerName title status activityFormat startsOn endsOn credits
    registrations { boardCode points creditTypes creditClaimOn }
  }
}`

const matchLearnersQuery = `query MatchLearners($claims: [LearnerClaim!]!) {
  matchLearners(claims: $claims) {
    license { decision learnerId disagreeing warnings }
    diplomate { decision learnerId disagreeing warnings }
  }
}`

const physicianQuery = `query Physician {
  viewer {
    learner {
      givenName middleName familyName suffix degree npi
      licenses { state licenseNumber board { code } }
      certifications { boardId board { code } }
    }
  }
}`

type WireFacts = Omit<ActivityFacts, 'quarters' | 'registrations'> & {
  credits: number | null
  registrations: { boardCode: string; points: number; creditTypes: string[]; creditClaimOn: string | null }[]
}

/** The other subgraphs over HTTP. */
export function httpOwners(providers: InternalClient, learners: InternalClient): Owners {
  return {
    async activityFacts(activityIds) {
      const { activityFacts } = await providers.ask<{ activityFacts: WireFacts[] }>(activityFactsQuery, { activityIds })
      return new Map(activityFacts.map((wire) => [wire.activityId, factsOf(wire)]))
    },
    async matchLearners(claims) {
      const { matchLearners } = await learners.ask<{ matchLearners: LearnerMatch[] }>(matchLearnersQuery, { claims })
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

function factsOf({ credits, registrations, ...rest }: WireFacts): ActivityFacts {
  return {
    ...rest,
    quarters: (credits ?? 0) * 4,
    registrations: registrations.map(({ points, ...registration }) => ({ ...registration, quarters: points * 4 })),
  }
}
