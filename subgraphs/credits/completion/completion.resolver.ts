import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { notFound } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import type { CreditsContext } from '../context.js'
import { Completion } from './completion.js'
import { visibleParts } from './completion.policy.js'
import { findRecords } from './completion.query.js'
import { checkKnownAt, KnownAtArgs } from './known-at.js'
import { LearnerCredit } from './learner-credit.resolver.js'

@Resolver(() => Completion)
export class CompletionResolver {
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
      withIds: [uuid(completionId)],
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
