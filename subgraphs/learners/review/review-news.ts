import { Directive, Field, ID, InputType, Int } from 'type-graphql'
import { Amount, Instant } from '../../shared/graphql/scalars.js'
import { LearnerClaim } from '../matching/match-types.js'

@Directive('@inaccessible')
@InputType({ description: 'That a provider asks people whom a row means, or no longer does.' })
export class ReviewNews {
  @Field(() => ID, { description: 'Batch of the row.' })
  batchId!: string

  @Field(() => Int, { description: 'Number of the row in it.' })
  rowNumber!: number

  @Field(() => ID, { description: 'The provider, seven digits.' })
  providerId!: string

  @Field(() => Int, {
    description: 'Counts what was said of the row; what is not newer than what is known changes nothing.',
  })
  revision!: number

  @Field(() => Boolean, { description: 'True when it asks, false when it no longer does.' })
  isOpen!: boolean

  @Field(() => LearnerClaim, {
    nullable: true,
    description: 'What the row says about the learner; null where it no longer asks.',
  })
  claim?: LearnerClaim | null

  @Field(() => Amount, { description: 'CME credits that the row reports.' })
  credits!: number

  @Field(() => Amount, { description: 'MOC points that the row reports.' })
  points!: number

  @Field(() => Instant, { description: 'When the provider asked.' })
  askedAt!: Date
}
