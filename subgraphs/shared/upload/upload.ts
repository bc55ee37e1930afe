import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql'
import { Instant } from '../graphql/scalars.js'
import { BatchState } from './upload-enums.js'

@Directive('@shareable')
@ObjectType({ description: 'Why a file as a whole could not be taken.' })
export class FileRefusalReason {
  @Field(() => String, { description: 'Code from the catalogue, for example FILE_FORMAT.' })
  code!: string

  @Field(() => String, { description: 'A sentence that says what to do.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'The place in the file, for example Sheet1!E14.' })
  place?: string | null
}

/** The properties of an upload that have a value before anybody sets them. */
export type UploadDefaults =
  | 'fileWarnings'
  | 'appliedRows'
  | 'lastRowNumber'
  | 'mayRepeat'
  | 'startsAtOnce'
  | 'startsOver'

/** A file that was announced, is received, and is then worked on row by row; each subgraph adds what its rows are about. */
@ObjectType({ description: 'A file that is worked on row by row.' })
@Entity({ abstract: true })
export abstract class Upload {
  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryKey({ type: 'uuid' })
  batchId!: string

  @Field(() => String, { nullable: true, description: 'The name of the file, as the provider calls it.' })
  @Property({ type: 'text', nullable: true })
  fileName?: string | null

  @Property({ type: 'text', nullable: true })
  sha256?: string | null

  @Field(() => Int, { nullable: true, description: 'Size of the file in bytes.' })
  @Property({ type: 'integer', nullable: true })
  byteSize?: number | null

  @Field(() => BatchState, { description: 'Where it stands.' })
  @Enum({ items: () => BatchState, type: 'text' })
  state!: BatchState

  @Property({ type: 'json', nullable: true })
  refusal?: FileRefusalReason | null

  @Property({ type: 'uuid', nullable: true })
  duplicateOf?: string | null

  @Field(() => [String], {
    description: 'What is worth knowing about the file as a whole, for example unknown columns (B02).',
  })
  @Property({ type: 'json' })
  fileWarnings: string[] = []

  @Field(() => Int, { nullable: true, description: 'Rows in the file; null until it was read.' })
  @Property({ type: 'integer', nullable: true })
  totalRows?: number | null

  @Field(() => Int, { description: 'Rows that have their outcome.' })
  @Property({ type: 'integer' })
  appliedRows = 0

  /** The row up to which outcomes are recorded; a killed worker continues behind it. */
  @Property({ type: 'integer' })
  lastRowNumber = 0

  @Property({ type: 'text' })
  submittedBy!: string

  @Field(() => Instant, { description: 'When the upload was announced, or the entry made.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date

  @Field(() => Instant, { nullable: true, description: 'When a worker began with it.' })
  @Property({ type: 'timestamptz', nullable: true })
  startedAt?: Date | null

  @Field(() => Instant, { nullable: true, description: 'When every row had its outcome, or the file was refused.' })
  @Property({ type: 'timestamptz', nullable: true })
  finishedAt?: Date | null

  /** Whether bytes that were sent before are taken once more (B06). */
  get mayRepeat(): boolean {
    return false
  }

  /** Whether a worker begins as soon as the bytes are there. */
  get startsAtOnce(): boolean {
    return true
  }

  /** Whether a run that was killed begins again at the first row. */
  get startsOver(): boolean {
    return false
  }

  /** Takes back what was noted of rows, before a run begins again. */
  forgetRows(): void {
    Object.assign(this, { lastRowNumber: 0, appliedRows: 0 })
  }
}
