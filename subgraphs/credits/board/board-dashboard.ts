import { Directive, Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Amount, Instant } from '../../shared/graphql/scalars.js'
import { Completion, MocCredit } from '../completion/completion.js'
import { MonthOfCredit } from '../completion/credit-summary.js'
import { Board } from './board.js'

@ObjectType({ description: 'Verified CME credit of the licensees of a licensing board over a period.' })
export class BoardDashboard {
  @Field(() => Board, { description: 'The licensing board.' })
  board!: Board

  from!: string
  to!: string

  @Field(() => Instant, {
    description:
      'When the sums were true; `recent` is always as it is now. Sums over many licensees, which take long to add up, may be up to a minute old.',
  })
  asOf!: Date

  @Field(() => Int, { description: 'Physicians with a license of the board that is in force.' })
  licensees!: number

  @Field(() => Int, { description: 'Of them, how many earned credit in the period.' })
  licenseesWithCredit!: number

  @Field(() => Amount, { description: 'CME credits of the licensees.' })
  credits!: number

  @Field(() => Int, { description: 'Records that carry them.' })
  completions!: number

  @Directive('@listSize(assumedSize: 24)')
  @Field(() => [MonthOfCredit], { description: 'CME credit by month; months without any are listed with 0.' })
  byMonth!: MonthOfCredit[]
}

@ObjectType({ description: 'MOC points that wait for the decision of a certifying board.' })
export class PendingMoc {
  @Field(() => Completion, { description: 'The record they are part of.' })
  completion!: Completion

  @Field(() => MocCredit, { description: 'The points.' })
  moc!: MocCredit
}

@ObjectType({ description: 'A page of a list of points that wait for a decision.' })
export class PendingMocConnection extends connectionOf(PendingMoc, 'PendingMoc') {}
