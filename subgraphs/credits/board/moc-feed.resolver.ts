import { Args, Ctx, Query, Resolver } from 'type-graphql'
import { type Connection, PageArgs, pageSize } from '../../shared/graphql/connection.js'
import type { CreditsContext } from '../context.js'
import { findNotices, MocNotice, MocNoticeConnection } from './moc-notice.js'
import { readNotices } from './notice-events.js'

@Resolver(() => MocNotice)
export class MocFeedResolver {
  @Query(() => MocNoticeConnection, {
    description:
      'Everything your certifying board is told of points, the earliest first (V02). Keep `endCursor` and pass it as `after` next time: nothing is skipped and nothing comes twice.',
  })
  async mocFeed(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<MocNotice>> {
    const board = viewer.ownCertifyingBoard()
    const size = pageSize(args)
    const events = await readNotices(em, args.after ?? null, size + 1, board)
    const page = events.slice(0, size)
    const notices = new Map((await findNotices(em, page)).map((notice) => [notice.noticeId, notice]))
    const edges = page.flatMap(({ noticeId, cursor }) => {
      const node = notices.get(noticeId)
      return node ? [{ cursor, node }] : []
    })
    return {
      edges,
      pageInfo: {
        hasNextPage: events.length > size,
        hasPreviousPage: Boolean(args.after),
        startCursor: page[0]?.cursor ?? null,
        endCursor: page.at(-1)?.cursor ?? null,
      },
    }
  }
}
