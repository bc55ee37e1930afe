import { OptionalProps, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Amount, Day, Instant } from '../../shared/graphql/scalars.js'
import { type BoardPoints, ClaimedPoints, showPoints } from '../claimed-points/claimed-points.js'
import { ActivityReference, ProviderReference } from '../references.js'
import type { CertificateType } from './certificate-type.js'
import { deadlineOf } from './clock.js'
import { requestLimits } from './limits.js'
import { CreditRequestReason, CreditRequestState, openStates } from './request-words.js'

@ObjectType({ description: 'A picture or PDF that a physician sent with a request.' })
export class RequestCertificate {
  @Field(() => String, { description: 'Media type, by its bytes: image/jpeg, image/png or application/pdf.' })
  type!: string

  @Field(() => Int, { description: 'Size in bytes.' })
  byteSize!: number

  @Field(() => String, { description: 'Where to GET it, as a file to save.' })
  address!: string
}

@ObjectType({
  description:
    'A physician’s request for credit that is not on record. It is no credit: it counts nowhere before its provider has confirmed it.',
})
@Entity({ tableName: 'credit_request' })
export class CreditRequest {
  [PrimaryKeyProp]?: 'requestId';
  [OptionalProps]?:
    | 'timesAsked'
    | 'boardPoints'
    | 'points'
    | 'clockSteps'
    | 'activity'
    | 'provider'
    | 'isOpen'
    | 'deadlineOn'
    | 'mayAskAgain'
    | 'certificate'

  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryKey({ type: 'uuid' })
  requestId!: string

  @Property({ type: 'uuid' })
  learnerId!: string

  @Property({ type: 'text' })
  providerId!: string

  @Property({ type: 'text', nullable: true })
  activityId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The activity in the physician’s words, where it was not listed.',
  })
  @Property({ type: 'text', nullable: true })
  described?: string | null

  @Field(() => Day, { description: 'Day of completion.' })
  @Property({ type: 'date' })
  completedOn!: string

  @Field(() => Amount, { description: 'CME credits asked for.' })
  @Property({ type: 'integer', fieldName: 'quarters' })
  credits!: number

  @Property({ type: 'json', fieldName: 'points' })
  boardPoints: readonly BoardPoints[] = []

  @Field(() => String, { description: 'First name of the physician, as on file.' })
  @Property({ type: 'text' })
  givenName!: string

  @Field(() => String, { description: 'Last name of the physician, as on file.' })
  @Property({ type: 'text' })
  familyName!: string

  @Field(() => String, { description: 'State of a license of the physician.' })
  @Property({ type: 'text' })
  licensingState!: string

  @Field(() => String, { description: 'Number of that license.' })
  @Property({ type: 'text' })
  licenseNumber!: string

  @Field(() => CreditRequestState, { description: 'Where it stands.' })
  @Enum({ items: () => CreditRequestState, type: 'text' })
  state!: CreditRequestState

  @Field(() => Int, { description: 'How often it was asked: twice at most.' })
  @Property({ type: 'integer' })
  timesAsked = 1

  @Field(() => Day, { description: 'Day in US Central time on which it was last asked; the clock counts from it.' })
  @Property({ type: 'date' })
  askedOn!: string

  @Property({ type: 'integer' })
  clockSteps = 0

  @Field(() => Day, { nullable: true, description: 'Day of the next step of the clock; null when none is to come.' })
  @Property({ type: 'date', nullable: true })
  nextStepOn?: string | null

  @Field(() => CreditRequestReason, { nullable: true, description: 'Why, for REJECTED.' })
  @Enum({ items: () => CreditRequestReason, type: 'text', nullable: true })
  reason?: CreditRequestReason | null

  @Field(() => String, { nullable: true, description: 'What was said with the reason.' })
  @Property({ type: 'text', nullable: true })
  words?: string | null

  @Property({ type: 'uuid', nullable: true })
  completionId?: string | null

  @Property({ type: 'text', nullable: true })
  certificateType?: CertificateType | null

  @Property({ type: 'integer', nullable: true })
  certificateBytes?: number | null

  @Field(() => Instant, { description: 'When it was first asked.' })
  @Property({ type: 'timestamptz' })
  askedAt!: Date

  @Field(() => Instant, { nullable: true, description: 'When it ended; null while it is open.' })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt?: Date | null

  @Field(() => ActivityReference, { nullable: true, description: 'The activity; null where it is only described.' })
  get activity(): ActivityReference | null {
    return this.activityId ? { activityId: this.activityId } : null
  }

  @Field(() => ProviderReference, { description: 'The provider that is asked.' })
  get provider(): ProviderReference {
    return { providerId: this.providerId }
  }

  @Field(() => [ClaimedPoints], {
    description:
      'MOC/CC points asked for with the credits, one entry a board. They go to their boards once the request is CONFIRMED.',
  })
  get points(): ClaimedPoints[] {
    return showPoints(this.boardPoints)
  }

  @Field(() => Boolean, { description: 'True while an answer is waited for.' })
  get isOpen(): boolean {
    return openStates.includes(this.state)
  }

  @Field(() => Day, { description: 'The last day on which the provider answers in time: 30 days after it was asked.' })
  get deadlineOn(): string {
    return deadlineOf(this.askedOn)
  }

  @Field(() => Boolean, {
    description: 'True where the physician may ask once more: it was rejected, for the first time.',
  })
  get mayAskAgain(): boolean {
    return this.state === 'REJECTED' && this.timesAsked < requestLimits.timesAsked
  }

  @Field(() => RequestCertificate, { nullable: true, description: 'The certificate, where one was sent.' })
  get certificate(): RequestCertificate | null {
    const { certificateType: type, certificateBytes: byteSize } = this
    if (!type || !byteSize) return null
    return { type, byteSize, address: `/credit-requests/${this.requestId}/certificate` }
  }
}

@ObjectType({ description: 'A page of a list of requests.' })
export class CreditRequestConnection extends connectionOf(CreditRequest, 'CreditRequest') {}
