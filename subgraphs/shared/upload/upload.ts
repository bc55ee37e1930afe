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

@Directive('@shareable')
@ObjectType({ description: 'How many rows ended how.' })
export class OutcomeCounts {
  @Field(() => Int, { description: 'Recorded, those with warnings included.' })
  accepted!: number

  @Field(() => Int, { description: 'Of those recorded, how many carry warnings.' })
  warned!: number

  @Field(() => Int, { description: 'Not recorded.' })
  rejected!: number

  @Field(() => Int, { description: 'Already recorded before.' })
  duplicate!: number

  @Field(() => Int, { description: 'Waiting for a decision.' })
  inReview!: number
}

/** The properties of an upload that have a value before anybody sets them. */
export type UploadDefaults =
  | 'dryRun'
  | 'fileWarnings'
  | 'appliedRows'
  | 'lastRowNumber'
  | keyof OutcomeCounts
  | 'counts'
  | 'mayRepeat'
  | 'startsAtOnce'

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

  @Field(() => Boolean, { description: 'True when it is only tried: every row is judged and nothing is recorded.' })
  @Property({ type: 'boolean' })
  dryRun = false

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

  @Property({ type: 'integer' })
  accepted = 0

  @Property({ type: 'integer' })
  warned = 0

  @Property({ type: 'integer' })
  rejected = 0

  @Property({ type: 'integer' })
  duplicate = 0

  @Property({ type: 'integer' })
  inReview = 0

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

  @Field(() => OutcomeCounts, { description: 'How many rows ended how, so far.' })
  get counts(): OutcomeCounts {
    const { accepted, warned, rejected, duplicate, inReview } = this
    return { accepted, warned, rejected, duplicate, inReview }
  }

  /** Whether bytes that were sent before are taken once more (B06). */
  get mayRepeat(): boolean {
    return this.dryRun
  }

  /** Whether a worker begins as soon as the bytes are there. */
  get startsAtOnce(): boolean {
    return true
  }
}
