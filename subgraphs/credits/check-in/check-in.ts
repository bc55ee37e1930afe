import { OptionalProps, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Amount, Day, Instant } from '../../shared/graphql/scalars.js'
import { ActivityReference } from '../references.js'

/** What the provider says of a check-in: columns, fields and input at once. */
@ObjectType({ description: 'What the provider says of a check-in.' })
@InputType('CheckInFieldsInput', { description: 'What the provider says of a check-in.' })
@Entity({ abstract: true })
export abstract class CheckInFields {
  @Field(() => Day, { description: 'The day of completion that claims are recorded with.' })
  @Property({ type: 'date' })
  completedOn!: string

  @Field(() => Instant, { description: 'From when on codes are shown and taken.' })
  @Property({ type: 'timestamptz' })
  opensAt!: Date

  @Field(() => Instant, { description: 'Until when; at most 24 hours later.' })
  @Property({ type: 'timestamptz' })
  closesAt!: Date

  @Field(() => Amount, { description: 'The most credits that a physician may claim; at most those of the activity.' })
  @Property({ type: 'integer', fieldName: 'quarters' })
  credits!: number

  @Field(() => String, { description: 'Where it is, so that physicians recognize it: 1 to 120 characters.' })
  @Property({ type: 'text' })
  place!: string

  @Field(() => Int, {
    nullable: true,
    description: 'How many are expected, 1 to 100,000; whoever comes after that is taken and flagged OVER_EXPECTED.',
  })
  @Property({ type: 'integer', nullable: true })
  expectedAttendees?: number | null
}

@ObjectType({
  description:
    'A check-in to an activity: while it is open, a screen in the room shows a code that changes all the time.',
})
@Entity()
export class CheckIn extends CheckInFields {
  [PrimaryKeyProp]?: 'checkInId';
  [OptionalProps]?: 'attendees' | 'waiting' | 'activity'

  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryKey({ type: 'uuid' })
  checkInId!: string

  @Property({ type: 'text' })
  providerId!: string

  @Property({ type: 'text' })
  activityId!: string

  @Field(() => Int, { description: 'How many physicians have checked in so far.' })
  @Property({ type: 'integer' })
  attendees = 0

  @Field(() => Int, { description: 'How many claims wait for the provider’s answer.' })
  @Formula<CheckIn>(
    (own) =>
      `(select count(*)::int from attendance_claim c where c.check_in_id = ${own.checkInId} and c.state = 'WAITING')`,
    { type: 'integer' },
  )
  waiting = 0

  /** Names the check-in in its codes. */
  @Property({ type: 'text' })
  room!: string

  /** With this its codes are made; it leaves the database for nothing else. */
  @Property({ type: 'text', lazy: true })
  secret!: string

  @Property({ type: 'text' })
  openedBy!: string

  @Property({ type: 'timestamptz' })
  createdAt!: Date

  @Field(() => ActivityReference, { description: 'The activity.' })
  get activity(): ActivityReference {
    return { activityId: this.activityId }
  }
}

@InputType({ description: 'A check-in to be opened.' })
export class CheckInInput extends CheckInFields {
  @Field(() => ID, { description: 'Nine digits; an ACTIVE activity of your provider.' })
  activityId!: string
}

@ObjectType({ description: 'What a screen in the room shows for a few seconds.' })
export class SlotCode {
  @Field(() => Instant, { description: 'From when on it is shown; until the next one begins.' })
  startsAt!: Date

  @Field(() => String, { description: 'What belongs behind the # of the address in the picture.' })
  scanned!: string

  @Field(() => String, { description: 'What people without a camera type, such as K7QF2-9D3MX.' })
  typed!: string
}

@ObjectType({ description: 'The codes of a check-in from now on.' })
export class SlotCodes {
  @Field(() => Instant, { description: 'The time here; go by it and not by the clock of the screen.' })
  now!: Date

  @Field(() => Int, { description: 'For how many seconds each code is shown.' })
  slotSeconds!: number

  @Field(() => [SlotCode], {
    description:
      'The code of this moment and those that follow, as far as the check-in is open, so that a screen without network can go on.',
  })
  codes!: SlotCode[]
}

@ObjectType({ description: 'A page of a list of check-ins.' })
export class CheckInConnection extends connectionOf(CheckIn, 'CheckIn') {}
