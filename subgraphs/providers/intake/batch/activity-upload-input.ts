import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { fileNameDescription } from '../../../shared/upload/announce-upload.js'
import { ActivityBatch } from './activity-batch.js'

@InputType({ description: 'A file of activities to come: workbook, CSV, tab-delimited text, MEMS XML or JSON.' })
export class ActivityUploadInput {
  @Field(() => String, { description: fileNameDescription })
  fileName!: string

  @Field(() => Boolean, { defaultValue: false, description: 'True to judge every row and record nothing.' })
  dryRun!: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True to look at activityUploadPreview first: nothing is read until startActivityUpload.',
  })
  review!: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True to take the file although the same bytes were sent before (B06).',
  })
  force!: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True when the provider confirms the five undertakings for every MOC registration in the file (M09).',
  })
  mocAttested!: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True when the provider attests to all five criteria for every activity in the file that counts for MIPS (A33).',
  })
  mipsAttested!: boolean
}

@ObjectType({ description: 'Where to send the bytes of a file of activities.' })
export class ActivityUploadTicket {
  @Field(() => ActivityBatch, { description: 'The batch that the file will become.' })
  batch!: ActivityBatch

  @Field(() => String, { description: 'PUT the bytes to this address, once.' })
  address!: string
}

@InputType({ description: 'What a column of a file is. It is remembered for the files of the provider to come.' })
export class ColumnChoiceInput {
  @Field(() => String, { description: 'The header as the file writes it; case and punctuation do not matter.' })
  header!: string

  @Field(() => ID, { nullable: true, description: 'The column it is, as ActivityColumn.key; null not to read it.' })
  column?: string | null
}
