import { OptionalProps, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, Formula, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { type StateCode, stateNames } from '../../reference/states.js'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Amount, Day, Instant } from '../../shared/graphql/scalars.js'
import { Issue } from '../../shared/upload/issue.js'
import { type BoardPoints, ClaimedPoints, showPoints } from '../claimed-points/claimed-points.js'
import { ActivityReference } from '../references.js'
import { CheckIn } from './check-in.js'
import { slotStart } from './slot-code.js'

/** Where a claim of attendance stands. */
export enum ClaimState {
  SCANNED = 'SCANNED',
  WAITING = 'WAITING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
}

/** What the provider should look at before it approves a claim. */
export enum ClaimFlag {
  LATE = 'LATE',
  OVER_EXPECTED = 'OVER_EXPECTED',
  SHARED_DEVICE = 'SHARED_DEVICE',
}

registerEnumType(ClaimState, {
  name: 'ClaimState',
  description: 'Where a claim of attendance stands. Only APPROVED is credit.',
  valuesConfig: {
    SCANNED: { description: 'Checked in; no credit is claimed yet.' },
    WAITING: { description: 'Claimed; the provider has not answered, and it counts nowhere.' },
    APPROVED: { description: 'Approved by the provider and on record.' },
    REJECTED: { description: 'Refused by the provider, with a reason.' },
  },
})
registerEnumType(ClaimFlag, {
  name: 'ClaimFlag',
  description: 'What the provider should look at before it approves a claim.',
  valuesConfig: {
    LATE: {
      description:
        'It came after the code had left the screen; that the code was seen in time is what the device says.',
    },
    OVER_EXPECTED: { description: 'More had checked in by then than were expected.' },
    SHARED_DEVICE: { description: 'Somebody else checked in with the same device.' },
  },
})

@ObjectType({ description: 'The physician of a claim, as he or she is on file.' })
export class Attendee {
  @Field(() => String, { description: 'First name.' })
  givenName!: string

  @Field(() => String, { description: 'Last name.' })
  familyName!: string

  @Field(() => String, { description: 'Degree, for example MD.' })
  degree!: string

  @Field(() => String, { description: 'A state of licensure, two letters.' })
  licensingState!: string
}

@ObjectType({ description: 'What one physician claims for having been at a check-in.' })
@Entity()
export class AttendanceClaim {
  [PrimaryKeyProp]?: 'claimId';
  [OptionalProps]?: 'issues' | 'boardPoints' | 'inSlot' | 'onDevice' | Shown

  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryKey({ type: 'uuid' })
  claimId!: string

  @ManyToOne(() => CheckIn, { fieldName: 'check_in_id' })
  checkIn!: CheckIn

  @Property({ type: 'text' })
  providerId!: string

  @Property({ type: 'uuid' })
  learnerId!: string

  @Property({ type: 'text' })
  givenName!: string

  @Property({ type: 'text' })
  familyName!: string

  @Property({ type: 'text' })
  degree!: string

  @Enum({ items: () => Object.keys(stateNames), type: 'text' })
  licensingState!: StateCode

  @Field(() => ClaimState, { description: 'Where it stands.' })
  @Enum({ items: () => ClaimState, type: 'text' })
  state!: ClaimState

  @Field(() => Amount, { nullable: true, description: 'Credits claimed; null while SCANNED.' })
  @Property({ type: 'integer', fieldName: 'quarters', nullable: true })
  credits?: number | null

  @Property({ type: 'json', fieldName: 'points' })
  boardPoints: readonly BoardPoints[] = []

  /** For which slot of the screen its code was made. */
  @Property({ type: 'integer' })
  slot!: number

  @Field(() => Int, { description: 'How many had checked in by then, this one included.' })
  @Property({ type: 'integer' })
  attendeeNumber!: number

  @Property({ type: 'boolean' })
  isLate!: boolean

  /** Made up by the device, once. */
  @Property({ type: 'uuid' })
  deviceId!: string

  @Field(() => Instant, {
    description: 'When the code was scanned or typed; where the claim is LATE, as the device says.',
  })
  @Property({ type: 'timestamptz' })
  scannedAt!: Date

  @Field(() => Instant, { description: 'When it reached CreditGraph.' })
  @Property({ type: 'timestamptz' })
  receivedAt!: Date

  @Property({ type: 'timestamptz', nullable: true })
  claimedAt?: Date | null

  @Field(() => Instant, { nullable: true, description: 'When the provider answered.' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt?: Date | null

  @Property({ type: 'text', nullable: true })
  decidedBy?: string | null

  @Field(() => String, { nullable: true, description: 'Why the provider refused it, for REJECTED.' })
  @Property({ type: 'text', nullable: true })
  reason?: string | null

  @Field(() => [Issue], { description: 'What was said of it when it was last to be recorded; empty before that.' })
  @Property({ type: 'json' })
  issues: Issue[] = []

  @Property({ type: 'uuid', nullable: true })
  completionId?: string | null

  @Field(() => Int, { description: 'How many checked in with codes of the same few seconds, this one included.' })
  @Formula<AttendanceClaim>((own) => countWith(own.checkIn, 'slot', own.slot), { type: 'integer' })
  inSlot!: number

  @Formula<AttendanceClaim>((own) => countWith(own.checkIn, 'device_id', own.deviceId), { type: 'integer' })
  onDevice!: number

  @Field(() => [ClaimFlag], { description: 'What to look at before it is approved.' })
  get flags(): ClaimFlag[] {
    const raised: Record<ClaimFlag, boolean> = {
      LATE: this.isLate,
      OVER_EXPECTED: this.attendeeNumber > (this.checkIn.expectedAttendees ?? Number.POSITIVE_INFINITY),
      SHARED_DEVICE: this.onDevice > 1,
    }
    return Object.values(ClaimFlag).filter((flag) => raised[flag])
  }

  @Field(() => [ClaimedPoints], {
    description:
      'MOC/CC points claimed with the credits, one entry a board; empty while SCANNED. They go to their boards once the claim is APPROVED.',
  })
  get points(): ClaimedPoints[] {
    return showPoints(this.boardPoints)
  }

  @Field(() => Instant, { description: 'When the code that was used came up on the screen.' })
  get slotStartsAt(): Date {
    return slotStart(this.slot)
  }

  @Field(() => Attendee, { description: 'Who claims, by his or her own account.' })
  get attendee(): Attendee {
    const { givenName, familyName, degree, licensingState } = this
    return { givenName, familyName, degree, licensingState }
  }

  @Field(() => ActivityReference, { description: 'The activity.' })
  get activity(): ActivityReference {
    return this.checkIn.activity
  }

  @Field(() => Day, { description: 'The day of completion.' })
  get completedOn(): string {
    return this.checkIn.completedOn
  }

  @Field(() => Amount, { description: 'The most credits that may be claimed.' })
  get creditsOffered(): number {
    return this.checkIn.credits
  }

  @Field(() => String, { description: 'Where it was.' })
  get place(): string {
    return this.checkIn.place
  }
}

type Shown = 'flags' | 'points' | 'slotStartsAt' | 'attendee' | 'activity' | 'completedOn' | 'creditsOffered' | 'place'

const countWith = (checkIn: string, column: string, value: string) =>
  `(select count(*)::int from attendance_claim other where other.check_in_id = ${checkIn} and other.${column} = ${value})`

@InputType({ description: 'A code that was scanned or typed in the room.' })
export class ScanInput {
  @Field(() => String, { description: 'The code behind the # of the scanned address, or the one to type.' })
  code!: string

  @Field(() => Int, {
    defaultValue: 0,
    description:
      'How many seconds ago, by the clock of the device: 0 where it is sent at once. Only a claim that had no network is sent later, and is flagged LATE.',
  })
  secondsAgo!: number

  @Field(() => ID, { description: 'A random UUID that the device keeps. Two physicians on one device are flagged.' })
  deviceId!: string
}

@ObjectType({ description: 'A page of a list of claims.' })
export class AttendanceClaimConnection extends connectionOf(AttendanceClaim, 'AttendanceClaim') {}
