import { OptionalProps, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../../shared/graphql/connection.js'
import { FileFormat } from '../../../shared/table/file-format.js'
import { type ReviewedDefaults, ReviewedUpload, waitingForSender } from '../../../shared/upload/reviewed-upload.js'
import type { UploadKind } from '../../../shared/upload/upload-kind.js'
import type { FileShape } from '../file/file-shape.js'

@ObjectType({ description: 'A file of activities: what was sent, and what became of its rows.' })
@Entity()
export class ActivityBatch extends ReviewedUpload {
  [PrimaryKeyProp]?: 'batchId';
  [OptionalProps]?: ReviewedDefaults

  @Property({ type: 'text' })
  providerId!: string

  @Field(() => FileFormat, { nullable: true, description: 'What kind of file it is; null until it was read.' })
  @Enum({ items: () => FileFormat, type: 'text', nullable: true })
  format?: FileFormat | null

  @Field(() => Boolean, { description: 'True when it was taken although the same bytes were sent before (B06).' })
  @Property({ type: 'boolean' })
  forced!: boolean

  @Property({ type: 'boolean' })
  mocAttested!: boolean

  @Property({ type: 'boolean' })
  mipsAttested!: boolean

  @Property({ type: 'json', nullable: true })
  shape?: FileShape | null

  @Property({ type: 'text' })
  submittedByName!: string

  override get mayRepeat(): boolean {
    return this.dryRun || this.forced
  }
}

/** The queue of stored files of activities. */
export const activityQueueName = 'run-activity-batch'

/** How ids of these uploads begin in the addresses to which they are sent. */
export const addressPrefix = 'activities-'

/** Files of activities, by provider; one that waits for a look at its preview waits for its sender. */
export const activityBatchKind: UploadKind<ActivityBatch> = {
  entity: ActivityBatch,
  table: 'activity_batch',
  senderOf: ({ providerId }) => providerId,
  ofSender: (providerId) => ({ providerId }),
  countsAsSent: { dryRun: false },
  waiting: waitingForSender,
}

@ObjectType({ description: 'A page of a list of files of activities.' })
export class ActivityBatchConnection extends connectionOf(ActivityBatch, 'ActivityBatch') {}
