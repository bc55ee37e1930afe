import { Arg, Args, ArgsType, Ctx, Directive, Field, ID, Int, Query, Resolver } from 'type-graphql'
import { badInput, notFound, pageTooLarge } from '../../shared/errors.js'
import { type OutboxEvent, readEvents } from '../../shared/outbox/outbox.js'
import type { ActivityFacts } from '../activity/activity-facts.resolver.js'
import type { ProvidersContext } from '../context.js'
import {
  type ActivityEvent,
  ActivityEventPage,
  ActivityEventType,
  ActivityFactPage,
  ActivityVersion,
} from './activity-feed.js'
import { readFactPage, readVersions } from './activity-feed.query.js'

const maxPageSize = 5_000

@ArgsType()
class BulkPageArgs {
  @Field(() => Int, { defaultValue: 1_000, description: `Items per page, 1 to ${maxPageSize}.` })
  first!: number

  @Field(() => String, { nullable: true, description: 'Cursor of the page before; omit it to begin.' })
  after?: string | null
}

/** What other parts of the platform need to keep a read model of activities; not in the public graph. */
@Resolver()
export class ActivityFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [ActivityVersion], {
    description: 'The versions of the activities that exist among these ids, for other parts of the platform.',
  })
  async activityVersions(
    @Arg('activityIds', () => [ID], { description: `At most ${maxPageSize}.` }) activityIds: string[],
    @Ctx() { em, caller }: ProvidersContext,
  ): Promise<ActivityVersion[]> {
    refuseOutsiders(caller)
    if (activityIds.length > maxPageSize) throw badInput(`Ask for at most ${maxPageSize} activities at once.`)
    return readVersions(em, activityIds)
  }

  @Directive('@inaccessible')
  @Query(() => ActivityFactPage, { description: 'Facts of all activities, for other parts of the platform.' })
  async activityFactPage(
    @Args(() => BulkPageArgs) page: BulkPageArgs,
    @Ctx() context: ProvidersContext,
  ): Promise<ActivityFactPage> {
    mayReadInBulk(context, page)
    return readFactPage(context.em, page.after ?? null, page.first)
  }

  @Directive('@inaccessible')
  @Query(() => ActivityEventPage, { description: 'What has happened since, for other parts of the platform.' })
  async activityEvents(
    @Args(() => BulkPageArgs) page: BulkPageArgs,
    @Ctx() context: ProvidersContext,
  ): Promise<ActivityEventPage> {
    mayReadInBulk(context, page)
    const events = await readEvents(context.em, page.after ?? null, page.first)
    return {
      events: events.map(eventOf),
      endCursor: events.at(-1)?.cursor ?? page.after ?? null,
    }
  }
}

function eventOf({ eventId, type, aggregateId, payload }: OutboxEvent): ActivityEvent {
  const { providerId } = payload as { providerId: string }
  const changed = type === ActivityEventType.ACTIVITY_CHANGED
  return {
    eventId,
    type: type as ActivityEventType,
    activityId: aggregateId,
    providerId,
    facts: changed ? (payload as ActivityFacts) : null,
  }
}

function mayReadInBulk({ caller }: ProvidersContext, { first }: BulkPageArgs): void {
  refuseOutsiders(caller)
  if (first < 1 || first > maxPageSize) throw pageTooLarge(`Ask for 1 to ${maxPageSize} items a page, not ${first}.`)
}

function refuseOutsiders(caller: string): void {
  if (caller === 'gateway') throw notFound('There is nothing at this address.')
}
