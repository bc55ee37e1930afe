import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Instant } from '../../shared/graphql/scalars.js'

/** Where the question stands whom a row means. */
export enum RowReviewState {
  OPEN = 'OPEN',
  DECIDED = 'DECIDED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(RowReviewState, {
  name: 'RowReviewState',
  description: 'Where the question stands whom a row means.',
  valuesConfig: {
    OPEN: { description: 'People look at it.' },
    DECIDED: { description: 'Answered: the row was judged again and has its outcome.' },
    WITHDRAWN: { description: 'Taken back by the provider.' },
  },
})

@ObjectType({ description: 'The question to the platform’s people whom a row means.' })
export class RowReview {
  @Field(() => RowReviewState, { description: 'Where it stands.' })
  state!: RowReviewState

  @Field(() => Instant, { description: 'When it was asked last.' })
  askedAt!: Date

  @Field(() => Instant, { nullable: true, description: 'When it was answered or taken back.' })
  endedAt!: Date | null
}
