import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { FileFormat } from '../../../shared/table/file-format.js'

@ObjectType({ description: 'A column that a file of activities may have.' })
export class ActivityColumn {
  @Field(() => ID, { description: 'The name of the column in code, for example startsOn.' })
  key!: string

  @Field(() => String, { description: 'As the template names it.' })
  header!: string

  @Field(() => String, { description: 'What is to be written there.' })
  guidance!: string
}

@ObjectType({ description: 'A column of a file, and what it is taken for.' })
export class ProposedColumn {
  @Field(() => Int, { description: 'Its place in the file, from 1.' })
  position!: number

  @Field(() => String, { description: 'As the file names it.' })
  header!: string

  @Field(() => ActivityColumn, { nullable: true, description: 'What it is taken for; null when it is not recognized.' })
  column?: ActivityColumn | null

  @Field(() => Int, { description: 'For supporters and boards, which of them it is about, from 1.' })
  repetition!: number

  @Field(() => Float, { description: 'How sure that is, from 0 to 1.' })
  confidence!: number

  @Field(() => Boolean, {
    description: 'True when it is read; what is not sure enough is not, unless you say what it is.',
  })
  isRead!: boolean

  @Field(() => Boolean, { description: 'True when you said so, now or for an earlier file.' })
  isChosen!: boolean
}

@ObjectType({ description: 'One of the first rows of a file.' })
export class PreviewRow {
  @Field(() => Int, { description: 'As the spreadsheet shows it (B07).' })
  rowNumber!: number

  @Field(() => [String], { description: 'The texts of the row, in the order of the columns; blank is an empty text.' })
  texts!: string[]
}

@ObjectType({
  description: 'What a file looks like before it is read: its columns, its first rows, what is not recognized.',
})
export class ActivityUploadPreview {
  @Field(() => FileFormat, { description: 'What kind of file it is.' })
  format!: FileFormat

  @Field(() => Int, { description: 'The row of the header; 0 where a file has none.' })
  headerRow!: number

  @Field(() => [ProposedColumn], { description: 'Its columns, in their order; none for XML and JSON.' })
  columns!: ProposedColumn[]

  @Field(() => [String], { description: 'Headers that are not recognized surely enough to be read (B02).' })
  notRecognized!: string[]

  @Field(() => [PreviewRow], { description: 'The first rows, at most ten.' })
  rows!: PreviewRow[]
}
