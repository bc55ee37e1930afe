import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { ActivityStatus } from '../../reference/activity.js'
import { notFound } from '../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import type { ProvidersContext } from '../context.js'
import { Activity, ActivityConnection } from './activity.js'
import { visibleActivities } from './activity.policy.js'
import { activeRegistrations } from './change/judged-activity.js'
import { MocRegistration } from './moc-registration.js'

@ArgsType()
class ActivityListArgs extends PageArgs {
  @Field(() => ActivityStatus, { nullable: true, description: 'Only activities in this status.' })
  status?: ActivityStatus | null

  @Field(() => String, { nullable: true, description: 'Only activities whose title or id contains this text.' })
  search?: string | null
}

const escapeLike = (text: string) => text.slice(0, 100).replace(/[\\%_]/g, '\\$&')

@Resolver(() => Activity)
export class ActivityResolver {
  @Query(() => ActivityConnection, { description: 'The activities you may see, the newest start first.' })
  async activities(
    @Args(() => ActivityListArgs) args: ActivityListArgs,
    @Ctx() context: ProvidersContext,
  ): Promise<Connection<Activity>> {
    context.viewer.signedIn()
    const text = args.search?.trim() ? `%${escapeLike(args.search.trim())}%` : undefined
    const rows = await context.em.find(
      Activity,
      {
        $and: [
          visibleActivities(context.viewer),
          args.status ? { status: args.status } : {},
          text
            ? {
                $or: [
                  { title: { $ilike: text } },
                  { activityId: { $like: text } },
                  { providerActivityId: { $ilike: text } },
                ],
              }
            : {},
          afterCursor(args.after),
        ],
      },
      { orderBy: [{ startsOn: 'desc nulls last' }, { activityId: 'desc' }], limit: pageSize(args) + 1 },
    )
    return toConnection(
      rows,
      args,
      (row) => [row.startsOn ?? '', row.activityId],
      (row) => row,
    )
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

  @FieldResolver(() => [MocRegistration], { description: 'The certifying boards for which it is registered.' })
  async mocRegistrations(@Root() activity: Activity): Promise<MocRegistration[]> {
    if (!activity.mocRegistrations.isInitialized()) await activity.mocRegistrations.load({ dataloader: true })
    return activeRegistrations(activity)
  }
}

function afterCursor(after: string | null | undefined) {
  if (!after) return {}
  const [startsOn, activityId] = fromCursor(after, ['OPTIONAL_DAY', 'TEXT'])
  if (!startsOn) return { startsOn: null, activityId: { $lt: activityId } }
  return { $or: [{ startsOn: { $lt: startsOn } }, { startsOn, activityId: { $lt: activityId } }, { startsOn: null }] }
}
