import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { Day } from '../../shared/graphql/scalars.js'
import type { CreditsContext } from '../context.js'
import { Completion, CompletionConnection } from './completion.js'
import { recordKey } from './completion.query.js'
import { CreditSummary } from './credit-summary.js'
import { checkKnownAt, KnownAtArgs } from './known-at.js'
import { checkPeriod, PeriodArgs } from './period.js'

@Directive('@key(fields: "learnerId")')
@ObjectType('Learner', {
  description:
    'One physician as the platform knows him or her. Birth month and day never leave the platform (rule V05).',
})
export class LearnerCredit {
  @Field(() => ID, { description: 'Opaque id.' })
  learnerId!: string
}

@ArgsType()
class RecordListArgs extends PageArgs {
  @Field(() => Day, { nullable: true, description: 'Only completions on or after this day.' })
  from?: string | null

  @Field(() => Day, { nullable: true, description: 'Only completions on or before this day.' })
  to?: string | null
}

/** What this subgraph adds to a learner: credit, as far as the viewer may see it. */
@Resolver(() => LearnerCredit)
export class LearnerCreditResolver {
  @FieldResolver(() => CreditSummary, { description: 'Credit over a period.' })
  creditSummary(
    @Root() { learnerId }: LearnerCredit,
    @Args(() => PeriodArgs) period: PeriodArgs,
    @Args(() => KnownAtArgs) { knownAt }: KnownAtArgs,
    @Ctx() { summaries, now }: CreditsContext,
  ): Promise<CreditSummary> {
    return summaries.load({ learnerId, ...checkPeriod(period), knownAt: checkKnownAt(knownAt, now()) })
  }

  @FieldResolver(() => CompletionConnection, { description: 'Records, the newest completion first.' })
  async completions(
    @Root() { learnerId }: LearnerCredit,
    @Args(() => RecordListArgs) args: RecordListArgs,
    @Args(() => KnownAtArgs) known: KnownAtArgs,
    @Ctx() { histories, now }: CreditsContext,
  ): Promise<Connection<Completion>> {
    const { from = null, to = null, after = null } = args
    const knownAt = checkKnownAt(known.knownAt, now())
    const records = await histories.load({ learnerId, from, to, knownAt, after, limit: pageSize(args) + 1 })
    return toConnection(records, args, recordKey('NEWEST_COMPLETED'), (record) => record)
  }
}
