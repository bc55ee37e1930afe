import { Directive, Field, Int, ObjectType } from 'type-graphql'
import { Amount, Day } from '../../shared/graphql/scalars.js'
import { Board } from '../board/board.js'

@ObjectType({ description: 'Points of one certifying board.' })
export class BoardPoints {
  @Field(() => Board, { description: 'The certifying board.' })
  board!: Board

  @Field(() => Amount, { description: 'Points that the board has accepted.' })
  points!: number

  @Field(() => Amount, { description: 'Points that wait for the board’s decision.' })
  pending!: number
}

@ObjectType({ description: 'CME credit of one month.' })
export class MonthOfCredit {
  @Field(() => Day, { description: 'First day of the month.' })
  month!: string

  @Field(() => Amount, { description: 'CME credits earned in it.' })
  credits!: number

  @Field(() => Int, { description: 'Records in it that carry CME credit.' })
  completions!: number
}

@ObjectType({ description: 'Credit of one learner over a period. MOC points are never part of the CME credits (P03).' })
export class CreditSummary {
  @Field(() => Amount, { description: 'Accepted CME credits.' })
  credits!: number

  @Field(() => Int, { description: 'Records with accepted CME credit.' })
  completions!: number

  @Field(() => [BoardPoints], { description: 'Points by certifying board, as far as you may see them.' })
  pointsByBoard!: BoardPoints[]

  @Directive('@listSize(assumedSize: 24)')
  @Field(() => [MonthOfCredit], { description: 'CME credit by month; months without any are listed with 0.' })
  byMonth!: MonthOfCredit[]
}

/** Whose credit, from which day to which. */
export interface SummaryKey {
  learnerId: string
  from: string
  to: string
  /** As the ledger stood at an instant; null for as it stands. */
  knownAt?: Date | null
}
