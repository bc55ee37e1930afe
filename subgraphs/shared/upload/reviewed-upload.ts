import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { type RecordedDefaults, RecordedUpload } from './recorded-upload.js'
import { BatchState } from './upload-enums.js'

/** The properties of an upload with a preview that have a value before anybody sets them. */
export type ReviewedDefaults = RecordedDefaults | 'review' | 'needsConfirmation'

/** A recorded upload that may wait until somebody has looked at its preview. */
@ObjectType({ description: 'A file whose columns can be looked at before it is read.' })
@Entity({ abstract: true })
export abstract class ReviewedUpload extends RecordedUpload {
  /** True when nothing is read before somebody has looked at the preview. */
  @Property({ type: 'boolean' })
  review = false

  @Property({ type: 'timestamptz', nullable: true })
  confirmedAt?: Date | null

  @Field(() => Boolean, {
    description: 'True while it waits to be started, after its bytes have come and its preview can be seen.',
  })
  get needsConfirmation(): boolean {
    return this.state === BatchState.STORED && this.review && !this.confirmedAt
  }

  override get startsAtOnce(): boolean {
    return !this.review
  }
}

/** The uploads that wait for their sender: to be sent, or to be started. */
export const waitingForSender = {
  $or: [{ state: BatchState.RECEIVING }, { state: BatchState.STORED, review: true, confirmedAt: null }],
}
