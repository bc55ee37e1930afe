import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../../shared/graphql/connection.js'
import { SubmittedCell } from '../../../shared/upload/issue.js'
import { LearnerValidation } from '../validation-types.js'

@ObjectType({ description: 'One row of a validation file, and the answer about it.' })
export class ValidationBatchRow extends LearnerValidation {
  @Field(() => ID, { description: 'Opaque id.' })
  rowId!: string

  @Field(() => Int, { description: 'As the spreadsheet shows it (B07).' })
  rowNumber!: number

  @Field(() => Int, { nullable: true, description: 'The line of a text file on which it stands; null for workbooks.' })
  line?: number | null

  @Field(() => [SubmittedCell], {
    description: 'The cells as they were sent, without blank ones; of a birth date the year is left out (L06).',
  })
  cells!: SubmittedCell[]
}

@ObjectType({ description: 'A page of a list of rows of a validation file.' })
export class ValidationBatchRowConnection extends connectionOf(ValidationBatchRow, 'ValidationBatchRow') {}
