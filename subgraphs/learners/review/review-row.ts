import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Amount, Instant } from '../../shared/graphql/scalars.js'

@ObjectType({ description: 'A row of a provider that a review case stands for.' })
export class ReviewRow {
  @Field(() => ID, { description: 'Batch of the row.' })
  batchId!: string

  @Field(() => Int, { description: 'Number of the row in it (B07).' })
  rowNumber!: number

  @Field(() => Amount, { description: 'CME credits, or MOC points, that it reports.' })
  credits!: number

  @Field(() => Instant, { description: 'When the provider asked.' })
  askedAt!: Date
}
