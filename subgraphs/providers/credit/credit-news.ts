import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Day } from '../../shared/graphql/scalars.js'

@Directive('@inaccessible')
@InputType({ description: 'How many parts of an activity’s credit are accepted and pending.' })
export class ActivitySumInput {
  @Field(() => ID, { description: 'Nine digits.' })
  activityId!: string

  @Field(() => String, { description: 'The certifying board for MOC points; empty for CME.' })
  boardCode!: string

  @Field(() => Int, { description: 'Accepted parts.' })
  accepted!: number

  @Field(() => Int, { description: 'Parts that wait for the board.' })
  pending!: number

  @Field(() => Int, { description: 'Counts the changes; of two sums the one with the higher version is newer.' })
  version!: number
}

@Directive('@inaccessible')
@InputType({ description: 'How much accepted credit of a provider was recorded on a day.' })
export class DaySumInput {
  @Field(() => ID, { description: 'Seven digits.' })
  providerId!: string

  @Field(() => Day, { description: 'The day in US Central time.' })
  recordedOn!: string

  @Field(() => Int, { description: 'Accepted parts.' })
  accepted!: number

  @Field(() => Int, { description: 'Counts the changes; of two sums the one with the higher version is newer.' })
  version!: number
}

@Directive('@inaccessible')
@InputType('CreditNewsInput', { description: 'The next page of what has happened to credit.' })
export class CreditNews {
  @Field(() => String, {
    nullable: true,
    description: 'The position on which the page follows; null while everything is told from zero.',
  })
  after?: string | null

  @Field(() => Boolean, { description: 'True for the first page of everything: what was known before is forgotten.' })
  startsOver!: boolean

  @Field(() => [ActivitySumInput], { description: 'Sums by activity and board.' })
  activities!: ActivitySumInput[]

  @Field(() => [DaySumInput], { description: 'Sums by provider and day.' })
  days!: DaySumInput[]

  @Field(() => String, {
    nullable: true,
    description: 'Up to where credits has applied the events of activities: credit recorded before is told by now.',
  })
  appliedActivityEvents?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The position after this page; null where more pages of everything follow.',
  })
  endCursor?: string | null
}

@Directive('@inaccessible')
@ObjectType({ description: 'Up to where credit has been told.' })
export class CreditPosition {
  @Field(() => String, { nullable: true, description: 'Null where everything has to be told from zero.' })
  position!: string | null
}
