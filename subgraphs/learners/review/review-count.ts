import { Field, Int, ObjectType } from 'type-graphql'
import { Amount } from '../../shared/graphql/scalars.js'
import { ReviewKind } from './review-enums.js'

@ObjectType({ description: 'How much of one kind waits for operators.' })
export class ReviewCount {
  @Field(() => ReviewKind, { description: 'Why matching has not answered by itself.' })
  kind!: ReviewKind

  @Field(() => Int, { description: 'Cases that nobody has answered.' })
  open!: number

  @Field(() => Int, { description: 'Cases that wait for a second operator.' })
  proposed!: number

  @Field(() => Int, { description: 'Rows of both.' })
  rows!: number

  @Field(() => Amount, { description: 'CME credits and MOC points of these rows.' })
  credits!: number
}
