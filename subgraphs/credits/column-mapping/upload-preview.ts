import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { Instant } from '../../shared/graphql/scalars.js'
import { FileFormat } from '../../shared/table/file-format.js'
import { DayOrder, DayOrderFinding } from './day-order.js'

@ObjectType({ description: 'A column of learner credit, as the template has it.' })
export class LearnerColumn {
  @Field(() => ID, { description: 'The name of the column in code, for example completionDate.' })
  key!: string

  @Field(() => String, { description: 'As the template names it.' })
  header!: string

  @Field(() => String, { description: 'What is to be written there.' })
  guidance!: string
}

@ObjectType({ description: 'A column of a file of learner credit, and what it is taken for.' })
export class FileColumnUse {
  @Field(() => Int, { description: 'Its place in the file, from 1.' })
  position!: number

  @Field(() => String, { description: 'As the file names it, at most 200 characters; empty where it has no name.' })
  header!: string

  @Field(() => [String], {
    description: 'Its first values, at most three of 60 characters; of birthdays without their year (L06).',
  })
  samples!: string[]

  @Field(() => LearnerColumn, { nullable: true, description: 'What it is taken for; null when it is not recognized.' })
  column?: LearnerColumn | null

  @Field(() => Float, { description: 'How sure that is, from 0 to 1, by its name and its first values.' })
  confidence!: number

  @Field(() => Boolean, { description: 'True when it is read; what is not sure enough is not, unless you say so.' })
  isRead!: boolean

  @Field(() => Boolean, { description: 'True when you said what it is, now or for an earlier file.' })
  isChosen!: boolean

  @Field(() => Boolean, { description: 'True for what our result files add; it is never read.' })
  isOurs!: boolean
}

@ObjectType({ description: 'What stands in every row, because the file lacks the column.' })
export class EveryRowText {
  @Field(() => LearnerColumn, { description: 'The column that the file lacks.' })
  column!: LearnerColumn

  @Field(() => String, { description: 'What stands in every row.' })
  text!: string
}

@ObjectType({ description: 'A column that a file must have and lacks.' })
export class LackedColumn {
  @Field(() => String, { description: 'What is missing, in the words of the template.' })
  name!: string

  @Field(() => LearnerColumn, { description: 'The column with which the file would be complete.' })
  column!: LearnerColumn
}

@ObjectType({ description: 'What is remembered of files of your provider that have the same headers.' })
export class FileColumnMapping {
  @Field(() => ID, { description: 'Opaque id.' })
  mappingId!: string

  @Field(() => [String], {
    description: 'The headers that are read, as they are compared: lower case, no punctuation.',
  })
  headers!: string[]

  @Field(() => DayOrder, { description: 'Which number comes first in the dates of such files.' })
  dayOrder!: DayOrder

  @Field(() => String, { description: 'Who said so last.' })
  saidBy!: string

  @Field(() => Instant, { description: 'When that was.' })
  saidAt!: Date
}

@ObjectType({ description: 'What a file of learner credit looks like before anything of it is read.' })
export class UploadPreview {
  @Field(() => FileFormat, { description: 'In which form the file came, by its bytes.' })
  format!: FileFormat

  @Field(() => Boolean, {
    description:
      'True where it has the columns of the template, or names its fields itself: there is nothing to choose.',
  })
  isTemplate!: boolean

  @Field(() => Int, { description: 'The row of the header; 0 for the template’s own layout.' })
  headerRow!: number

  @Field(() => [FileColumnUse], { description: 'Its columns, in their order; none for the template’s own layout.' })
  columns!: FileColumnUse[]

  @Field(() => [LackedColumn], {
    description: 'What has to be there and is not: say which column it is, or give one value for every row.',
  })
  missing!: LackedColumn[]

  @Field(() => [EveryRowText], {
    description:
      'What stands in every row. Record Action is Add where the file has no such column and you say nothing.',
  })
  everyRow!: EveryRowText[]

  @Field(() => DayOrderFinding, { description: 'What its first 500 rows show of the order of its dates.' })
  dayOrderFinding!: DayOrderFinding

  @Field(() => DayOrder, { nullable: true, description: 'What its dates are read as; null when it has to be said.' })
  dayOrder?: DayOrder | null

  @Field(() => FileColumnMapping, {
    nullable: true,
    description: 'What is remembered of such files; null where nothing is.',
  })
  remembered?: FileColumnMapping | null

  @Field(() => Boolean, { description: 'True when nothing has to be said before it can be read.' })
  isComplete!: boolean
}
