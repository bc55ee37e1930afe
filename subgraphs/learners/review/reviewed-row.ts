import { Directive, Field, ID, Int, ObjectType } from 'type-graphql'
import { Instant } from '../../shared/graphql/scalars.js'

@Directive('@inaccessible')
@ObjectType({ description: 'A row of a provider that was in review.' })
export class ReviewedRow {
  @Field(() => ID, { description: 'Batch of the row.' })
  batchId!: string

  @Field(() => Int, { description: 'Number of the row in it.' })
  rowNumber!: number

  @Field(() => Instant, {
    nullable: true,
    description: 'From when on it may be judged again; null where it waits once more.',
  })
  judgeAgainAt!: Date | null
}
