import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { Directive, Field, Int, ObjectType } from 'type-graphql'
import { Upload, type UploadDefaults } from './upload.js'

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

/** The properties of a recorded upload that have a value before anybody sets them. */
export type RecordedDefaults = UploadDefaults | 'dryRun' | keyof OutcomeCounts | 'counts'

/** An upload whose rows are recorded, each with its outcome, or only tried. */
@ObjectType({ description: 'A file whose rows are recorded, or only tried.' })
@Entity({ abstract: true })
export abstract class RecordedUpload extends Upload {
  @Field(() => Boolean, { description: 'True when it is only tried: every row is judged and nothing is recorded.' })
  @Property({ type: 'boolean' })
  dryRun = false

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

  @Field(() => OutcomeCounts, { description: 'How many rows ended how, so far.' })
  get counts(): OutcomeCounts {
    const { accepted, warned, rejected, duplicate, inReview } = this
    return { accepted, warned, rejected, duplicate, inReview }
  }

  override get mayRepeat(): boolean {
    return this.dryRun
  }

  /** A dry run keeps what it would have recorded in memory. */
  override get startsOver(): boolean {
    return this.dryRun
  }

  override forgetRows(): void {
    super.forgetRows()
    Object.assign(this, { accepted: 0, warned: 0, rejected: 0, duplicate: 0, inReview: 0 })
  }
}
