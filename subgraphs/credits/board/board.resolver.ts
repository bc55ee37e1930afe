import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { type Completion, CompletionConnection } from '../completion/completion.js'
import { visibleParts } from '../completion/completion.policy.js'
import { findRecords, recordKey } from '../completion/completion.query.js'
import { checkPeriod, PeriodArgs } from '../completion/period.js'
import type { CreditsContext } from '../context.js'
import { BoardDashboard, PendingMoc, PendingMocConnection } from './board-dashboard.js'
import { findRecentCredit } from './recent-credit.query.js'

@Resolver(() => BoardDashboard)
export class BoardResolver {
  @Query(() => BoardDashboard, { description: 'The dashboard of your licensing board (V01).' })
  boardDashboard(
    @Args(() => PeriodArgs) period: PeriodArgs,
    @Ctx() { boardDashboards, viewer }: CreditsContext,
  ): Promise<BoardDashboard> {
    const { from, to } = checkPeriod(period)
    return boardDashboards.of(viewer.ownLicensingBoard(), from, to)
  }

  @FieldResolver(() => CompletionConnection, { description: 'Records of the period, the newest reported first.' })
  async recent(
    @Root() { from, to }: BoardDashboard,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<Completion>> {
    const records = await findRecentCredit(em, viewer, { from, to, after: args.after, limit: pageSize(args) + 1 })
    return toConnection(records, args, recordKey('NEWEST_RECORDED'), (record) => record)
  }

  @Query(() => PendingMocConnection, {
    description: 'MOC points that wait for the decision of your certifying board (V02).',
  })
  async pendingMoc(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<PendingMoc>> {
    viewer.ownCertifyingBoard()
    const order = 'NEWEST_RECORDED'
    const records = await findRecords(em, {
      scope: visibleParts(viewer),
      and: [{ where: `c.status = 'PENDING'`, params: [] }],
      order,
      after: args.after,
      limit: pageSize(args) + 1,
    })
    const waiting = records.flatMap((completion) => completion.moc.map((moc) => ({ completion, moc })))
    return toConnection(
      waiting,
      args,
      ({ completion }) => recordKey(order)(completion),
      (pending) => pending,
    )
  }
}
