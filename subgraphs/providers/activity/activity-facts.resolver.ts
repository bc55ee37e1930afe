import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { ActivityFormat, ActivityStatus } from '../../reference/activity.js'
import { badInput, notFound } from '../../shared/errors.js'
import { Amount, Day } from '../../shared/graphql/scalars.js'
import type { ProvidersContext } from '../context.js'
import { readFacts } from './activity-facts.query.js'

const maxFacts = 5_000

@Directive('@inaccessible')
@ObjectType({ description: 'What a certifying board registration allows, for the rules of credit.' })
export class RegistrationFacts {
  @Field(() => String, { description: 'Code of the certifying board.' })
  boardCode!: string

  @Field(() => Amount, { description: 'The most MOC points one learner can earn.' })
  points!: number

  @Field(() => [String], { description: 'Codes of the registered credit types.' })
  creditTypes!: string[]

  @Field(() => Day, { nullable: true, description: 'Last day for claiming.' })
  creditClaimOn?: string | null
}

@Directive('@inaccessible')
@ObjectType({ description: 'What an activity allows, for the rules of credit.' })
export class ActivityFacts {
  @Field(() => ID, { description: 'Nine digits.' })
  activityId!: string

  @Field(() => Int, { description: 'Counts the changes.' })
  version!: number

  @Field(() => ID, { description: 'The provider that owns it.' })
  providerId!: string

  @Field(() => String, { description: 'Its title.' })
  title!: string

  @Field(() => String, { description: 'The name of the provider that owns it.' })
  providerName!: string

  @Field(() => ActivityStatus, { description: 'The state of its record.' })
  status!: ActivityStatus

  @Field(() => ActivityFormat, { nullable: true, description: 'Its format.' })
  activityFormat?: ActivityFormat | null

  @Field(() => Day, { nullable: true, description: 'First day.' })
  startsOn?: string | null

  @Field(() => Day, { nullable: true, description: 'Last day.' })
  endsOn?: string | null

  @Field(() => Amount, { nullable: true, description: 'The most CME credits one learner can earn.' })
  credits?: number | null

  @Field(() => Boolean, {
    description: 'True when it is part of a REMS program, so that learners may be reported for it (L31).',
  })
  isRems!: boolean

  @Field(() => [RegistrationFacts], { description: 'Its active MOC registrations.' })
  registrations!: RegistrationFacts[]
}

/** Facts for other parts of the platform; not in the public graph. */
@Resolver()
export class ActivityFactsResolver {
  @Directive('@inaccessible')
  @Query(() => [ActivityFacts], {
    description: 'Facts of the activities that exist among these ids, for other parts of the platform.',
  })
  async activityFacts(
    @Arg('activityIds', () => [ID], { description: `At most ${maxFacts}.` }) activityIds: string[],
    @Ctx() { em, caller }: ProvidersContext,
  ): Promise<ActivityFacts[]> {
    if (caller === 'gateway') throw notFound('There is nothing at this address.')
    if (activityIds.length > maxFacts) throw badInput(`Ask for at most ${maxFacts} activities at once.`)
    return readFacts(em, activityIds)
  }
}
