import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { notFound } from '../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { uuid } from '../../shared/graphql/id.js'
import type { CreditsContext } from '../context.js'
import { Completion, CompletionConnection } from './completion.js'
import { visibleParts } from './completion.policy.js'
import { findRecords, recordKey } from './completion.query.js'
import { checkKnownAt, KnownAtArgs } from './known-at.js'
import { LearnerCredit } from './learner-credit.resolver.js'
import { countSubmissions } from './submission-counts.query.js'
import { BoardStanding, SubmissionCounts, withStanding } from './submission-filter.js'

@ArgsType()
class SubmissionArgs extends PageArgs {
  @Field(() => BoardStanding, { nullable: true, description: 'Only records with points of this standing.' })
  standing?: BoardStanding | null
}

@Resolver(() => Completion)
export class CompletionResolver {
  @Query(() => CompletionConnection, { description: 'The records your provider submitted, the newest first (V03).' })
  async submissions(
    @Args(() => SubmissionArgs) args: SubmissionArgs,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<Completion>> {
    const providerId = viewer.ownProviderId()
    const order = 'NEWEST_RECORDED'
    const records = await findRecords(em, {
      scope: visibleParts(viewer),
      and: args.standing ? [withStanding(providerId, args.standing)] : [],
      order,
      after: args.after,
      limit: pageSize(args) + 1,
    })
    return toConnection(records, args, recordKey(order), (record) => record)
  }

  @Query(() => SubmissionCounts, { description: 'How many records of your provider boards have not settled (V03).' })
  submissionCounts(@Ctx() { em, viewer }: CreditsContext): Promise<SubmissionCounts> {
    return countSubmissions(em, viewer.ownProviderId())
  }

  @Query(() => Completion, {
    description: 'One record, as far as you may see it. NOT_FOUND when there is none, or you may see nothing of it.',
  })
  async completion(
    @Arg('completionId', () => ID, { description: 'Id of the record.' }) completionId: string,
    @Args(() => KnownAtArgs) args: KnownAtArgs,
    @Ctx() { em, viewer, now }: CreditsContext,
  ): Promise<Completion> {
    const [record] = await findRecords(em, {
      scope: visibleParts(viewer),
      and: [{ where: 'c.completion_id = ?::uuid', params: [uuid(completionId)] }],
      order: 'NEWEST_RECORDED',
      knownAt: checkKnownAt(args.knownAt, now()),
      limit: 1,
    })
    if (!record) throw notFound('There is no such record, or you may not see it.')
    return record
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
