import { OptionalProps, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy'
import { Directive, Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { FileFormat } from '../../shared/table/file-format.js'
import type { TableLayout } from '../../shared/table/table-layout.js'
import { type ReviewedDefaults, ReviewedUpload, waitingForSender } from '../../shared/upload/reviewed-upload.js'
import type { UploadKind } from '../../shared/upload/upload-kind.js'
import type { ColumnMapping } from '../column-mapping/column-mapping.js'
import { CompletionSource } from '../completion/completion.js'
import type { ColumnKey } from './columns.js'

@Directive('@key(fields: "batchId")')
@ObjectType({
  description: 'Rows of learner credit that came in together: a file, or a form or API entry as a batch of one.',
})
@Entity()
export class Batch extends ReviewedUpload {
  [PrimaryKeyProp]?: 'batchId';
  [OptionalProps]?: ReviewedDefaults | 'columns'

  @Property({ type: 'text' })
  providerId!: string

  @Field(() => CompletionSource, { description: 'How it came in.' })
  @Enum({ items: () => CompletionSource, type: 'text' })
  source!: CompletionSource

  @Property({ type: 'json' })
  columns: ColumnKey[] = []

  /** The batch whose rows it sends again. */
  @Property({ type: 'uuid', nullable: true })
  corrects?: string | null

  /** Which of our columns those of the file are; null for the template’s own layout, and until that is known. */
  @Property({ type: 'json', nullable: true })
  mapping?: ColumnMapping | null

  /** The file that is only tried by this batch, and may be reported afterwards. */
  @Property({ type: 'uuid', nullable: true })
  trialOf?: string | null

  /** How the file is read; null until it is, and for entries that came in no file. */
  @Property({ type: 'json', nullable: true })
  layout?: TableLayout | null

  @Field(() => FileFormat, {
    nullable: true,
    description: 'In which form the file came, by its bytes; null until it is read, and for what came in no file.',
  })
  get format(): FileFormat | null {
    return this.layout?.format ?? null
  }
}

/** The queue of stored files. */
export const batchQueueName = 'run-batch'

/** The columns in which a batch counts its rows by outcome. */
export const outcomeColumns = ['accepted', 'warned', 'rejected', 'duplicate', 'in_review'] as const

/** Files of learner credit, by provider. */
export const batchKind: UploadKind<Batch> = {
  entity: Batch,
  table: 'batch',
  senderOf: ({ providerId }) => providerId,
  ofSender: (providerId) => ({ providerId }),
  countsAsSent: { dryRun: false },
  waiting: waitingForSender,
}

@ObjectType({ description: 'A page of a list of batches.' })
export class BatchConnection extends connectionOf(Batch, 'Batch') {}
