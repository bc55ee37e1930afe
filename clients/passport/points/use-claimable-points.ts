import { useQuery } from '@apollo/client/react'
import { graphql } from '../../graphql'
import type { ClaimedPointsFragment } from '../../graphql/graphql'

const ClaimablePointsQuery = graphql(`
  query ClaimablePoints($activityId: ID!, $completedOn: Date!) {
    claimablePoints(activityId: $activityId, completedOn: $completedOn) {
      ...ClaimedPoints
    }
  }
`)

/** The points that may go with credit of an activity, and whether they are being asked for; none where they cannot be had. */
export function useClaimablePoints(
  activityId: string | undefined,
  completedOn: string | undefined,
): { offered: readonly ClaimedPointsFragment[]; loading: boolean } {
  const skip = !activityId || !completedOn
  const variables = { activityId: activityId ?? '', completedOn: completedOn ?? '' }
  const { data, loading } = useQuery(ClaimablePointsQuery, { variables, skip })
  return { offered: (!skip && data?.claimablePoints) || [], loading: !skip && loading }
}
