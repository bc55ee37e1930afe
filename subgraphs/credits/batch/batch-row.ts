import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Issue, SubmittedCell } from '../../shared/upload/issue.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { Completion } from '../completion/completion.js'
import { RowReview } from '../review/row-review.js'

@ObjectType({ description: 'One row of a batch and what became of it.' })
export class BatchRow {
  @Field(() => ID, { description: 'Opaque id.' })
  rowId!: string

  @Field(() => Int, { description: 'The row’s number in the spreadsheet (B07).' })
  rowNumber!: number

  @Field(() => RowOutcome, { description: 'What became of it.' })
  outcome!: RowOutcome

  @Field(() => [Issue], { description: 'What is wrong with it, or worth knowing; errors first.' })
  issues!: Issue[]

  @Field(() => [SubmittedCell], {
    description: 'The cells as submitted, in the order of the file; a year of birth is never kept (L06).',
  })
  cells!: SubmittedCell[]

  @Field(() => RowReview, {
    nullable: true,
    description: 'The question to the platform’s people whom it means; null where nobody has asked.',
  })
  review!: RowReview | null

  @Field(() => Boolean, {
    description:
      'True where people may be asked whom it means: it was rejected for nothing but the learner’s identity.',
  })
  mayRequestReview!: boolean

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the batch in which it was sent again last, corrected; null where it never was.',
  })
  resentIn!: string | null

  learnerId?: string | null
  completionId?: string | null
  /** True for what this very request has found to be on record. */
  isFresh?: boolean

  @Field(() => Completion, {
    nullable: true,
    description: 'The record it made, or for DUPLICATE the one that was there.',
  })
  completion?: Completion | null
}

@ObjectType({ description: 'A page of a list of rows.' })
export class BatchRowConnection extends connectionOf(BatchRow, 'BatchRow') {}
