import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Completion } from '../completion/completion.js'
import { IssueSeverity, RowOutcome } from './batch-enums.js'

@ObjectType({ description: 'What is wrong with a row, or worth knowing about it.' })
export class Issue {
  @Field(() => String, { description: 'Code from the catalogue, for example LEARNER_AMBIGUOUS.' })
  code!: string

  @Field(() => IssueSeverity, { description: 'Whether it stops something.' })
  severity!: IssueSeverity

  @Field(() => String, { nullable: true, description: 'Header of the column it is about.' })
  column?: string | null

  @Field(() => String, { description: 'A sentence that says what is wrong.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'A sentence that says what to do about it.' })
  fix?: string | null
}

@ObjectType({ description: 'One cell as it was submitted; a year of birth is never kept (L06).' })
export class SubmittedCell {
  @Field(() => String, { description: 'Header of the column.' })
  column!: string

  @Field(() => String, { description: 'The text in the cell.' })
  text!: string
}

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

  @Field(() => [SubmittedCell], { description: 'The cells as submitted, in the order of the file.' })
  cells!: SubmittedCell[]

  learnerId?: string | null
  completionId?: string | null

  @Field(() => Completion, {
    nullable: true,
    description: 'The record it made, or for DUPLICATE the one that was there.',
  })
  completion?: Completion | null
}

@ObjectType({ description: 'A page of a list of rows.' })
export class BatchRowConnection extends connectionOf(BatchRow, 'BatchRow') {}
