import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Amount, Day, Instant } from '../../shared/graphql/scalars.js'
import { Issue } from '../../shared/upload/issue.js'
import { Board } from '../board/board.js'
import { ActivityReference, ProviderReference } from '../references.js'

/** Where one part of a record stands. Voided parts are gone from every view but the audit. */
export enum CreditStatus {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
}

/** How a record came in. */
export enum CompletionSource {
  FORM = 'FORM',
  FILE = 'FILE',
  API = 'API',
  CARRIED_OVER = 'CARRIED_OVER',
  DERIVED = 'DERIVED',
  CLAIM = 'CLAIM',
}

registerEnumType(CreditStatus, {
  name: 'CreditStatus',
  description: 'Where one part of a record stands.',
  valuesConfig: {
    PENDING: { description: 'Sent to the certifying board, which has not answered.' },
    ACCEPTED: { description: 'Counts.' },
    REJECTED: { description: 'Refused by the certifying board.' },
  },
})
registerEnumType(CompletionSource, {
  name: 'CompletionSource',
  description: 'How a record came in.',
  valuesConfig: {
    FORM: { description: 'Typed into the provider portal.' },
    FILE: { description: 'A row of an uploaded file.' },
    API: { description: 'Sent by web service.' },
    CARRIED_OVER: { description: 'Brought along when the platform was set up.' },
    DERIVED: { description: 'CME credit that follows from MOC credit which a board has accepted.' },
    CLAIM: { description: 'Claimed by the physician, and approved by the provider.' },
  },
})

@ObjectType({ description: 'The CME part of a record: AMA PRA Category 1 Credit.' })
export class CmeCredit {
  @Field(() => ID, { description: 'Opaque id of the part.' })
  partId!: string

  @Field(() => Amount, { description: 'Credits earned.' })
  credits!: number

  @Field(() => CreditStatus, { description: 'Where it stands.' })
  status!: CreditStatus

  @Field(() => String, { nullable: true, description: 'State of licensure by which the learner was matched.' })
  licensingState?: string | null

  @Field(() => Board, {
    nullable: true,
    description:
      'The certifying board from whose accepted MOC credit this credit follows (L41, L42); null where the provider reported it.',
  })
  followsFrom?: Board | null
}

@ObjectType({ description: 'The points of one credit type. Lines may overlap, so they are never added up (L21).' })
export class MocCreditLine {
  @Field(() => String, { description: 'Code of the credit type, for example MK.' })
  creditType!: string

  @Field(() => String, { description: 'Its name, for example Medical Knowledge.' })
  label!: string

  @Field(() => Amount, { description: 'Points of that type.' })
  points!: number
}

@ObjectType({ description: 'The MOC/CC part of a record, for one certifying board.' })
export class MocCredit {
  @Field(() => ID, { description: 'Opaque id of the part.' })
  partId!: string

  boardCode!: string

  @Field(() => Board, { description: 'The certifying board.' })
  board!: Board

  @Field(() => Amount, { description: 'Points in all; never added to CME credits (P03).' })
  points!: number

  @Field(() => [MocCreditLine], { description: 'Points by credit type.' })
  lines!: MocCreditLine[]

  @Field(() => CreditStatus, { description: 'Where it stands.' })
  status!: CreditStatus

  @Field(() => String, { nullable: true, description: 'What the board said, for REJECTED.' })
  reason?: string | null

  @Field(() => Issue, {
    nullable: true,
    description:
      'For REJECTED: what the answer means in our catalogue, which column it is about, and what to do. Correct the record and the points are sent to the board again.',
  })
  issue?: Issue | null

  @Field(() => Instant, { description: 'When the board was asked.' })
  askedAt!: Date

  @Field(() => Boolean, { description: 'True for PENDING longer than the 24 hours in which boards promise to answer.' })
  isOverdue!: boolean
}

@Directive('@key(fields: "completionId")')
@ObjectType({
  description: 'One learner’s completion of one activity on one day: CME and MOC/CC participation in one record.',
})
export class Completion {
  @Field(() => ID, { description: 'Opaque id.' })
  completionId!: string

  /** The physician, as he or she is known since a merge. */
  learnerId!: string

  /** In whose list it stands, by the id that was asked for; null where it was not asked for by learner. */
  listedFor!: string | null

  @Field(() => ActivityReference, { description: 'The activity completed.' })
  activity!: ActivityReference

  @Field(() => ProviderReference, { description: 'The provider that reported it.' })
  provider!: ProviderReference

  @Field(() => Day, { description: 'Day of completion.' })
  completedOn!: string

  @Field(() => CmeCredit, { nullable: true, description: 'The CME part, when there is one.' })
  cme?: CmeCredit | null

  @Field(() => [MocCredit], { description: 'The MOC/CC parts, one per certifying board.' })
  moc!: MocCredit[]

  @Field(() => CompletionSource, { description: 'How it came in.' })
  source!: CompletionSource

  @Field(() => Instant, { description: 'When it was recorded; a correction leaves it as it is.' })
  recordedAt!: Date

  @Field(() => Int, {
    description: 'Counts from 1: each correction makes a new version. Pass it along when you correct the record.',
  })
  version!: number

  /** The same with microseconds, by which lists are ordered: records of one chunk differ in nothing more. */
  recordedAtExactly!: string
}

@ObjectType({ description: 'A page of a list of records.' })
export class CompletionConnection extends connectionOf(Completion, 'Completion') {}
