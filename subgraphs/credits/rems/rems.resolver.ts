import { Arg, Args, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { type Connection, connectionOf, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { Day, Instant } from '../../shared/graphql/scalars.js'
import type { CreditsContext } from '../context.js'
import { ActivityReference, ProviderReference } from '../references.js'
import { RemsField, remsFields } from './rems-fields.js'
import { findRemsList } from './rems-list.query.js'

@ObjectType({ description: 'What a provider has reported for REMS of one learner of one activity on one day.' })
export class RemsReported {
  @Field(() => ID, { description: 'Opaque id.' })
  reportId!: string

  @Field(() => ActivityReference, { description: 'The activity completed.' })
  activity!: ActivityReference

  @Field(() => ProviderReference, { description: 'The provider that reported it.' })
  provider!: ProviderReference

  @Field(() => Day, { description: 'Day of completion.' })
  completedOn!: string

  @Field(() => String, {
    nullable: true,
    description:
      'The provider’s own id of the learner, `idd:domain:kind:id` (L32); null for anybody but that provider.',
  })
  localIdentifier!: string | null

  @Field(() => String, { description: 'Profession.' })
  profession!: string

  @Field(() => String, { nullable: true, description: 'Code of the state of primary practice.' })
  practiceState!: string | null

  @Field(() => String, { nullable: true, description: 'DEA registration.' })
  deaRegistration!: string | null

  @Field(() => String, { nullable: true, description: 'Practice area.' })
  practiceArea!: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the learner performs surgical procedures.' })
  surgicalProcedures!: boolean | null

  @Field(() => String, { nullable: true, description: 'Time in practice.' })
  timeInPractice!: string | null

  @Field(() => Instant, { description: 'When it was reported.' })
  recordedAt!: Date

  /** The same with microseconds, by which the list is ordered. */
  recordedAtExactly!: string
}

@ObjectType({ description: 'A page of a list of REMS reports.' })
export class RemsReportedConnection extends connectionOf(RemsReported, 'RemsReported') {}

@Resolver()
export class RemsResolver {
  @Query(() => RemsReportedConnection, {
    description:
      'What stands reported for REMS, the newest first: for a provider its own; for the operator everybody’s without the ids of learners, from which the sponsors’ totals are made. FORBIDDEN for everybody else.',
  })
  async remsReports(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('activityId', () => ID, { nullable: true, description: 'Only of this activity.' }) activityId: string | null,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<RemsReported>> {
    const providerId = viewer.claims?.role === 'OPERATOR' ? null : viewer.ownProviderId()
    const found = await findRemsList(em, { providerId, activityId, after: page.after, limit: pageSize(page) + 1 })
    return toConnection(
      found,
      page,
      (report) => [report.recordedAtExactly, report.reportId],
      (report) => report,
    )
  }

  @Query(() => [RemsField], {
    description: 'What is asked about a learner of a REMS activity, and what may be answered.',
  })
  remsFields(): RemsField[] {
    return remsFields
  }
}
