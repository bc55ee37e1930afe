import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { notFound } from '../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { uuid } from '../../shared/graphql/id.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ProvidersContext } from '../context.js'
import { Notification, NotificationConnection } from './notification.js'

const columns = `notification_id as "notificationId", year, severity, title, body, created_at as "createdAt", read_at as "readAt"`

/** What a provider is told. */
@Resolver()
export class NotificationResolver {
  @Query(() => NotificationConnection, { description: 'What your provider was told, the newest first (R05).' })
  async notifications(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: ProvidersContext,
  ): Promise<Connection<Notification>> {
    const [behind] = args.after ? fromCursor(args.after, ['UUID']) : [null]
    // Ids grow with time, so that they are the order as well.
    const rows = await executeBound<Notification>(
      em,
      `select ${columns} from notification where provider_id = $1 and ($2::uuid is null or notification_id < $2)
       order by notification_id desc limit $3`,
      [viewer.ownProviderId(), behind, pageSize(args) + 1],
    )
    return toConnection(
      rows,
      args,
      ({ notificationId }) => [notificationId],
      (row) => row,
    )
  }

  @Mutation(() => Notification, {
    description: 'Says that somebody of your provider has read it. Again it changes nothing.',
  })
  async readNotification(
    @Arg('notificationId', () => ID, { description: 'The notification.' }) notificationId: string,
    @Ctx() { em, viewer, now }: ProvidersContext,
  ): Promise<Notification> {
    const [read] = await executeBound<Notification>(
      em,
      `update notification set read_at = coalesce(read_at, $3) where notification_id = $1 and provider_id = $2
       returning ${columns}`,
      [uuid(notificationId), viewer.ownProviderId(), now()],
    )
    if (!read) throw notFound('There is no such notification, or it is not yours.')
    return read
  }
}
