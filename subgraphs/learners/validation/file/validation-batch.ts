import { OptionalProps, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../../shared/graphql/connection.js'
import { FileFormat } from '../../../shared/table/file-format.js'
import type { TableLayout } from '../../../shared/table/table-layout.js'
import { Upload, type UploadDefaults } from '../../../shared/upload/upload.js'
import type { UploadKind } from '../../../shared/upload/upload-kind.js'
import type { ValidationKey } from '../validation-form.js'
import { ValidationCounts } from './validation-counts.js'

/** How a validation file is to be read, found out once. */
export interface ValidationShape extends TableLayout {
  /** The row of the header; 0 where there is none. */
  headerRow: number
  /** Our columns in the order of the file. */
  columns: ValidationKey[]
}

@ObjectType({ description: 'A file of learners to be checked: what was sent, and what is known of its rows.' })
@Entity()
export class ValidationBatch extends Upload {
  [PrimaryKeyProp]?: 'batchId';
  [OptionalProps]?: UploadDefaults | CountName | 'counts'

  @Property({ type: 'text' })
  providerId!: string

  @Field(() => FileFormat, { nullable: true, description: 'What kind of file it is; null until it was read.' })
  @Enum({ items: () => FileFormat, type: 'text', nullable: true })
  format?: FileFormat | null

  @Field(() => Boolean, { description: 'True when it was taken although the same bytes were sent before (B06).' })
  @Property({ type: 'boolean' })
  forced!: boolean

  @Property({ type: 'json', nullable: true })
  shape?: ValidationShape | null

  @Field(() => String, { description: 'Who sent it.' })
  @Property({ type: 'text' })
  submittedByName!: string

  @Property({ type: 'integer' })
  valid = 0

  @Property({ type: 'integer' })
  warned = 0

  @Property({ type: 'integer' })
  problems = 0

  @Property({ type: 'integer' })
  unreadable = 0

  @Property({ type: 'integer' })
  licenseMatched = 0

  @Property({ type: 'integer' })
  licenseAmbiguous = 0

  @Property({ type: 'integer' })
  licenseMismatch = 0

  @Property({ type: 'integer' })
  licenseNotFound = 0

  @Property({ type: 'integer' })
  boardMatched = 0

  @Property({ type: 'integer' })
  boardAmbiguous = 0

  @Property({ type: 'integer' })
  boardMismatch = 0

  @Property({ type: 'integer' })
  boardNotFound = 0

  @Field(() => ValidationCounts, { description: 'How many rows had which answer, so far.' })
  get counts(): ValidationCounts {
    const { valid, warned, problems, unreadable } = this
    return {
      valid,
      warned,
      problems,
      unreadable,
      license: {
        matched: this.licenseMatched,
        ambiguous: this.licenseAmbiguous,
        mismatch: this.licenseMismatch,
        notFound: this.licenseNotFound,
      },
      board: {
        matched: this.boardMatched,
        ambiguous: this.boardAmbiguous,
        mismatch: this.boardMismatch,
        notFound: this.boardNotFound,
      },
    }
  }

  override get mayRepeat(): boolean {
    return this.forced
  }
}

/** What of a batch counts rows. */
export type CountName =
  | 'valid'
  | 'warned'
  | 'problems'
  | 'unreadable'
  | `${'license' | 'board'}${'Matched' | 'Ambiguous' | 'Mismatch' | 'NotFound'}`

/** The queue of stored validation files. */
export const validationQueueName = 'run-validation-batch'

/** How ids of these uploads begin in the addresses to which they are sent. */
export const addressPrefix = 'learners-'

/** Validation files, by provider. */
export const validationBatchKind: UploadKind<ValidationBatch> = {
  entity: ValidationBatch,
  table: 'validation_batch',
  senderOf: ({ providerId }) => providerId,
  ofSender: (providerId) => ({ providerId }),
}

@ObjectType({ description: 'A page of a list of validation files.' })
export class ValidationBatchConnection extends connectionOf(ValidationBatch, 'ValidationBatch') {}
