import { Field, InputType, ObjectType } from 'type-graphql'
import { fileNameDescription } from '../../../shared/upload/announce-upload.js'
import { ValidationBatch } from './validation-batch.js'

@InputType({ description: 'A validation file to come (5.2): workbook, CSV or tab-delimited text.' })
export class ValidationUploadInput {
  @Field(() => String, { description: fileNameDescription })
  fileName!: string

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True to take the file although the same bytes were sent before (B06).',
  })
  force!: boolean
}

@ObjectType({ description: 'Where to send the bytes of a validation file.' })
export class ValidationUploadTicket {
  @Field(() => ValidationBatch, { description: 'The batch that the file will become.' })
  batch!: ValidationBatch

  @Field(() => String, { description: 'PUT the bytes to this address, once.' })
  address!: string
}
