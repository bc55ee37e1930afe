import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 } from 'uuid'
import { badInput, notFound } from '../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { uuid } from '../../shared/graphql/id.js'
import type { LearnersContext } from '../context.js'
import { Learner } from '../learner/learner.js'
import { GuessLock, GuessLockConnection } from './guess-lock.js'
import { findLocks, placeOf, releaseGuesses } from './guess-lock.query.js'

const maxReasonLength = 500

@Resolver(() => GuessLock)
export class GuessLockResolver {
  @Query(() => GuessLockConnection, {
    description: 'Providers that have tried too many birthdays of a physician, the newest first; for operators.',
  })
  async guessLocks(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<Connection<GuessLock>> {
    viewer.operator()
    const locks = await findLocks(em, new Date(), args.after ?? null, pageSize(args) + 1)
    return toConnection(locks, args, placeOf, (lock) => lock)
  }

  @Mutation(() => GuessLock, {
    description: 'Lets a provider ask about a physician again; for operators. NOT_FOUND when it has guessed nothing.',
  })
  async releaseGuessLock(
    @Arg('providerId', () => ID, { description: 'The provider, seven digits.' }) providerId: string,
    @Arg('learnerId', () => ID, { description: 'The physician.' }) learnerId: string,
    @Arg('reason', () => String, { description: `Why, 1 to ${maxReasonLength} characters; it is kept.` })
    reason: string,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<GuessLock> {
    const by = viewer.operator()
    const words = reason.trim()
    if (!words || words.length > maxReasonLength) throw badInput(`Give a reason of 1 to ${maxReasonLength} characters.`)
    const lock = await releaseGuesses(em, {
      releaseId: v7(),
      providerId,
      learnerId: uuid(learnerId),
      by,
      at: new Date(),
      reason: words,
    })
    if (!lock) throw notFound('That provider has guessed nothing about this physician.')
    return lock
  }

  @FieldResolver(() => Learner, { nullable: true, description: 'The physician.' })
  learner(@Root() { learnerId }: GuessLock, @Ctx() { learners }: LearnersContext): Promise<Learner | null> {
    return learners.load(learnerId)
  }
}
