import type { FilterQuery } from '@mikro-orm/core'
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { centralDay } from '../../reference/central-day.js'
import { notFound } from '../../shared/errors.js'
import { type Connection, pageSize, toConnection } from '../../shared/graphql/connection.js'
import type { ProvidersContext } from '../context.js'
import { Activity, ActivityConnection } from './activity.js'
import { visibleActivities } from './activity.policy.js'
import { activeRegistrations } from './change/judged-activity.js'
import { ActivityListArgs, askedFor } from './list/activity-list.js'
import { behind, keyOf, orderOf } from './list/activity-sort.js'
import { Attention, AttentionCount, needingAttention } from './list/attention.js'
import { MocRegistration } from './moc-registration.js'

@Resolver(() => Activity)
export class ActivityResolver {
  @Query(() => ActivityConnection, { description: 'The activities you may see, in the order you wish.' })
  async activities(
    @Args(() => ActivityListArgs) args: ActivityListArgs,
    @Ctx() context: ProvidersContext,
  ): Promise<ListedActivities> {
    context.viewer.signedIn()
    const where = [visibleActivities(context.viewer), ...askedFor(args, centralDay(context.now()))]
    const rows = await context.em.find(
      Activity,
      { $and: [...where, behind(args.sort, args.after)] },
      { orderBy: orderOf(args.sort), limit: pageSize(args) + 1 },
    )
    const connection = toConnection(
      rows,
      args,
      (row) => keyOf(args.sort, row),
      (row) => row,
    )
    return { ...connection, where }
  }

  @Query(() => Activity, { description: 'One activity. NOT_FOUND when there is none or it is not for you.' })
  async activity(
    @Arg('activityId', () => ID, { description: 'Nine digits.' }) activityId: string,
    @Ctx() context: ProvidersContext,
  ): Promise<Activity> {
    const activity = await context.activities.load(activityId)
    if (!activity) throw notFound('There is no such activity, or it is not yours.')
    return activity
  }

  @Query(() => [AttentionCount], {
    description: 'How many activities of your provider need attention today, reason by reason; 0 included.',
  })
  async activityAttention(@Ctx() { viewer, em, now }: ProvidersContext): Promise<AttentionCount[]> {
    const own = { provider: viewer.ownProviderId() }
    const today = centralDay(now())
    const counts: AttentionCount[] = []
    for (const attention of Object.values(Attention)) {
      const count = await em.count(Activity, { $and: [own, needingAttention[attention](today)] })
      counts.push({ attention, count })
    }
    return counts
  }

  @FieldResolver(() => [MocRegistration], { description: 'The certifying boards for which it is registered.' })
  async mocRegistrations(
    @Root() activity: Activity,
    @Ctx() { registered }: ProvidersContext,
  ): Promise<MocRegistration[]> {
    return activeRegistrations(await registered.load(activity))
  }
}

/** A page of a list, and the conditions of the whole list. */
interface ListedActivities extends Connection<Activity> {
  where: FilterQuery<Activity>[]
}

/** What a list is beside its pages. */
@Resolver(() => ActivityConnection)
export class ActivityConnectionResolver {
  @FieldResolver(() => Int, { description: 'Activities of the whole list, over all its pages.' })
  totalCount(@Root() { where }: ListedActivities, @Ctx() { em }: ProvidersContext): Promise<number> {
    return em.count(Activity, { $and: where })
  }
}
