import { Field, ObjectType } from 'type-graphql'
import type { ColumnKey } from '../batch/columns.js'

@ObjectType({
  description:
    'What a cell may have been meant to say, worked out from the row itself, from the activity and from public lists alone: it never tells what is on file of anybody (I12).',
})
export class Proposal {
  @Field(() => String, { description: 'Code of the issue that it would put right.' })
  code!: string

  @Field(() => String, { description: 'Key of the cell to change.' })
  key!: ColumnKey

  @Field(() => String, { description: 'What to write there; empty to leave it blank.' })
  text!: string

  @Field(() => String, { description: 'Where it comes from, for example “Day and month swapped”.' })
  because!: string
}
