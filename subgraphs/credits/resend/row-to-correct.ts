import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Issue } from '../../shared/upload/issue.js'
import { Batch } from '../batch/batch.js'
import { BatchRow } from '../batch/batch-row.js'
import { Proposal } from './proposal.js'

@ObjectType({ description: 'One cell of a row that can be changed.' })
export class CorrectableCell {
  @Field(() => String, {
    description: 'Key of the column, for example completionDate; headers may repeat, keys do not.',
  })
  key!: string

  @Field(() => String, { description: 'Header of the column.' })
  column!: string

  @Field(() => String, { description: 'What it says now; empty where it is blank.' })
  text!: string
}

@ObjectType({ description: 'What is wrong with a row to correct, and in which cell.' })
export class CorrectableIssue extends Issue {
  @Field(() => String, {
    nullable: true,
    description: 'Key of the cell that it is about; null where it is about several.',
  })
  key!: string | null
}

@ObjectType({ description: 'A row that was not accepted and can be sent again, as it was sent last.' })
export class RowToCorrect {
  @Field(() => ID, { description: 'Opaque id.' })
  rowToCorrectId!: string

  @Field(() => Int, { description: 'The row’s number in the file; it keeps it when it is sent again.' })
  rowNumber!: number

  @Field(() => [CorrectableCell], {
    description: 'Its cells in the order of the template: those of the file, and those that an issue is about.',
  })
  cells!: CorrectableCell[]

  @Field(() => [CorrectableIssue], { description: 'What is wrong with it, or worth knowing; errors first.' })
  issues!: CorrectableIssue[]

  @Field(() => [Proposal], { description: 'What cells may have been meant to say; one a cell at most.' })
  proposals!: Proposal[]

  @Field(() => Boolean, {
    description: 'False where what is wrong is not in its cells, so that only a new file or call can put it right.',
  })
  isCorrectable!: boolean

  @Field(() => Boolean, { description: 'True where it was sent again before, and these are the cells of that time.' })
  wasResent!: boolean
}

@ObjectType({ description: 'A page of a list of rows to correct.' })
export class RowToCorrectConnection extends connectionOf(RowToCorrect, 'RowToCorrect') {}

@ObjectType({ description: 'Rows to correct whose first error is the same.' })
export class CorrectionGroup {
  @Field(() => String, { description: 'Code of that error.' })
  code!: string

  @Field(() => String, { nullable: true, description: 'Header of the column it is about.' })
  column!: string | null

  @Field(() => String, { description: 'The reason in words, for a heading.' })
  reason!: string

  @Field(() => Int, { description: 'How many rows.' })
  rows!: number

  @Field(() => Boolean, { description: 'False where only a new file or call can put them right.' })
  isCorrectable!: boolean
}

@ObjectType({ description: 'How far the rows of a batch that were not accepted have been corrected.' })
export class BatchCorrection {
  @Field(() => Int, { description: 'Rows that are still to be corrected.' })
  toCorrect!: number

  @Field(() => Int, { description: 'Rows that were sent again and are recorded since.' })
  corrected!: number
}

@InputType({ description: 'A cell that is to say something else.' })
export class CellChangeInput {
  @Field(() => String, { description: 'Key of the column, as `cells` of the row shows it.' })
  key!: string

  @Field(() => String, { description: 'What it is to say, at most 1,500 characters; empty to leave it blank.' })
  text!: string
}

@InputType({ description: 'A row that is to be sent again.' })
export class RowCorrectionInput {
  @Field(() => Int, { description: 'Its number in the batch that is corrected.' })
  rowNumber!: number

  @Field(() => [CellChangeInput], { description: 'The cells that change; the others stay. Empty to send it as it is.' })
  cells!: CellChangeInput[]
}

@ObjectType({ description: 'What became of rows that were sent again.' })
export class ResendResult {
  @Field(() => Batch, {
    nullable: true,
    description:
      'The batch that they made; it corrects the one they come from. Null where none was to be corrected any more.',
  })
  batch!: Batch | null

  @Field(() => Batch, { description: 'The batch that they come from, as it stands now.' })
  corrects!: Batch

  @Field(() => [BatchRow], { description: 'The rows that were sent again, with their outcomes, by their numbers.' })
  rows!: BatchRow[]
}
