import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql'
import { badInput, notFound } from '../../shared/errors.js'
import type { LearnersContext } from '../context.js'
import { matchLearners } from './match-learners.js'
import { LearnerClaim, LearnerMatch } from './match-types.js'

const maxClaims = 5_000

/** Matching for other parts of the platform; not in the public graph. */
@Resolver()
export class MatchResolver {
  @Directive('@inaccessible')
  @Query(() => [LearnerMatch], {
    description: 'Which physicians these claims are about, in their order, for other parts of the platform.',
  })
  async matchLearners(
    @Arg('claims', () => [LearnerClaim], { description: `At most ${maxClaims}.` }) claims: LearnerClaim[],
    @Arg('providerId', () => ID, { description: 'On whose behalf: every birthday that a provider tries counts (I13).' })
    providerId: string,
    @Arg('isTrial', () => Boolean, {
      defaultValue: false,
      description: 'True where nothing will be recorded on the answer; the decision is then kept for 30 days.',
    })
    isTrial: boolean,
    @Ctx() { em, caller, matching }: LearnersContext,
  ): Promise<LearnerMatch[]> {
    if (caller === 'gateway') throw notFound('There is nothing at this address.')
    if (claims.length > maxClaims) throw badInput(`Ask about at most ${maxClaims} learners at once.`)
    return matchLearners(em, matching, claims, { caller: isTrial ? `${caller} trial` : caller, providerId })
  }
}
