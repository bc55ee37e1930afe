import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { Day } from '../../shared/graphql/scalars.js'
import type { CreditsContext } from '../context.js'
import { ClaimedPoints, showPoints } from './claimed-points.js'
import { findOffer } from './offered-points.js'

/** What a physician can claim beside CME credit. */
@Resolver()
export class ClaimedPointsResolver {
  @Query(() => [ClaimedPoints], {
    description:
      'The most points of each certifying board that an activity is registered with (L17) and you are certified by, to claim or ask for with its CME credit; empty where there is none. For physicians.',
  })
  async claimablePoints(
    @Arg('activityId', () => ID, { description: 'Nine digits.' }) activityId: string,
    @Arg('completedOn', () => Day, {
      description: 'Day of completion; boards that do not take it yet are left out (L36).',
    })
    completedOn: string,
    @Ctx() context: CreditsContext,
  ): Promise<ClaimedPoints[]> {
    context.viewer.ownLearnerId()
    return showPoints((await findOffer(activityId, completedOn, context)).boards)
  }
}
