import { Field, Int, ObjectType } from 'type-graphql'

@ObjectType({ description: 'How many rows had which answer about one part.' })
export class DecisionCounts {
  @Field(() => Int, { description: 'Exactly one physician fits.' })
  matched!: number

  @Field(() => Int, { description: 'Several fit; one further field would settle it.' })
  ambiguous!: number

  @Field(() => Int, { description: 'One is meant, but a given field disagrees.' })
  mismatch!: number

  @Field(() => Int, { description: 'Nobody fits.' })
  notFound!: number
}

@ObjectType({ description: 'How many rows of a validation file had which answer, so far.' })
export class ValidationCounts {
  @Field(() => Int, { description: 'Rows with which credit would find its physician, those with warnings included.' })
  valid!: number

  @Field(() => Int, { description: 'Of the valid rows, how many carry warnings.' })
  warned!: number

  @Field(() => Int, { description: 'Rows with which credit would not find its physician.' })
  problems!: number

  @Field(() => Int, { description: 'Of the rows with problems, those that could not be read: nobody was looked for.' })
  unreadable!: number

  @Field(() => DecisionCounts, { description: 'By license, of the rows that name a state.' })
  license!: DecisionCounts

  @Field(() => DecisionCounts, { description: 'By certifying board, of the rows that name one.' })
  board!: DecisionCounts
}
