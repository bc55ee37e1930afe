import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import type { CreditsContext } from '../context.js'
import { Completion, CompletionConnection } from './completion.js'
import { visibleParts } from './completion.policy.js'
import { findRecords, recordKey } from './completion.query.js'
import { LearnerCredit } from './learner-credit.resolver.js'

@Resolver(() => Completion)
export class CompletionResolver {
  @Query(() => CompletionConnection, { description: 'The records your provider submitted, the newest first (V03).' })
  async submissions(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<Completion>> {
    viewer.ownProviderId()
    const order = 'NEWEST_RECORDED'
    const records = await findRecords(em, {
      scope: visibleParts(viewer),
      order,
      after: args.after,
      limit: pageSize(args) + 1,
    })
    return toConnection(records, args, recordKey(order), (record) => record)
  }

  @FieldResolver(() => LearnerCredit, {
    nullable: true,
    description: 'The physician; null for a provider, which has what it reported itself (I12).',
  })
  learner(@Root() { learnerId }: Completion, @Ctx() { viewer }: CreditsContext): LearnerCredit | null {
    return viewer.claims?.role === 'PROVIDER_REPORTER' ? null : { learnerId }
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'For the provider: the learner’s name as submitted. Null for anybody else, and where no row made the record.',
  })
  async nameAsSubmitted(
    @Root() { completionId }: Completion,
    @Ctx() { submittedNames, viewer }: CreditsContext,
  ): Promise<string | null> {
    if (viewer.claims?.role !== 'PROVIDER_REPORTER') return null
    const name = await submittedNames.load(completionId)
    return name && `${name.givenName} ${name.familyName}`
  }
}
