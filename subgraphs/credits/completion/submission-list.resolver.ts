import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql'
import { type Connection, maxPageSize, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import type { CreditsContext } from '../context.js'
import { type Completion, CompletionConnection } from './completion.js'
import { visibleParts } from './completion.policy.js'
import { findRecords, recordKey } from './completion.query.js'
import { countSubmissions } from './submission-counts.query.js'
import { conditionsOf, SubmissionFilter } from './submission-filter.js'
import {
  ActivitySubmissions,
  countByActivity,
  SubmissionCounts,
  SubmissionTotals,
  totalSubmissions,
} from './submission-totals.js'

@Resolver()
export class SubmissionListResolver {
  @Query(() => CompletionConnection, { description: 'The records your provider submitted, the newest first (V03).' })
  async submissions(
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => SubmissionFilter) filter: SubmissionFilter,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<Completion>> {
    const order = 'NEWEST_RECORDED'
    const records = await findRecords(em, {
      scope: visibleParts(viewer),
      and: conditionsOf(filter, viewer.ownProviderId()),
      order,
      after: page.after,
      limit: pageSize(page) + 1,
    })
    return toConnection(records, page, recordKey(order), (record) => record)
  }

  @Query(() => SubmissionCounts, { description: 'How many records of your provider boards have not settled (V03).' })
  submissionCounts(@Ctx() { em, viewer }: CreditsContext): Promise<SubmissionCounts> {
    return countSubmissions(em, viewer.ownProviderId())
  }

  @Query(() => SubmissionTotals, { description: 'What those of your provider’s records add up to (V03).' })
  submissionTotals(
    @Args(() => SubmissionFilter) filter: SubmissionFilter,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<SubmissionTotals> {
    return totalSubmissions(em, [visibleParts(viewer), ...conditionsOf(filter, viewer.ownProviderId())])
  }

  @Query(() => [ActivitySubmissions], {
    description: 'How many of those of your provider’s records each activity has, the most first (V03).',
  })
  submissionsByActivity(
    @Arg('first', () => Int, { defaultValue: 10, description: `How many activities, 1 to ${maxPageSize}.` })
    first: number,
    @Args(() => SubmissionFilter) filter: SubmissionFilter,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<ActivitySubmissions[]> {
    const conditions = [visibleParts(viewer), ...conditionsOf(filter, viewer.ownProviderId())]
    return countByActivity(em, conditions, pageSize({ first }))
  }
}
