import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../../shared/graphql/connection.js'
import { RowOutcome } from '../../../shared/upload/upload-enums.js'
import { Activity } from '../../activity/activity.js'
import { IssueSeverity } from '../../activity/judge/issue.js'

/** What a row did to an activity. */
export enum RowEffect {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  UNCHANGED = 'UNCHANGED',
  DELETED = 'DELETED',
  REJECTED = 'REJECTED',
}

registerEnumType(RowEffect, {
  name: 'ActivityRowEffect',
  description: 'What a row of a file did to an activity.',
  valuesConfig: {
    ADDED: { description: 'It is a new activity.' },
    CHANGED: { description: 'An activity changed.' },
    UNCHANGED: { description: 'Everything was so already.' },
    DELETED: { description: 'An activity was deleted.' },
    REJECTED: { description: 'Nothing happened; the issues say why.' },
  },
})

@ObjectType({ description: 'What is wrong with a row of activities, or worth knowing about it.' })
export class ActivityRowIssue {
  @Field(() => String, { description: 'Code from the catalogue, for example ROW_BAD_VALUE or DAYS_REVERSED.' })
  code!: string

  @Field(() => IssueSeverity, { description: 'Whether it stops the row.' })
  severity!: 'ERROR' | 'WARNING'

  @Field(() => String, { nullable: true, description: 'The column it is about, as the template names it.' })
  column?: string | null

  @Field(() => String, { description: 'A sentence that says what is wrong.' })
  message!: string

  @Field(() => String, { description: 'A sentence that says what to do about it.' })
  fix!: string

  @Field(() => String, { nullable: true, description: 'The number of the rule, for example A10.' })
  rule?: string | null
}

@ObjectType({ description: 'One value of a row as it was sent.' })
export class ActivityRowCell {
  @Field(() => String, { description: 'The header of the column in the file, or our name of it for XML and JSON.' })
  column!: string

  @Field(() => String, { description: 'The text that stood there.' })
  text!: string
}

@ObjectType({ description: 'One row of a file of activities, and what became of it.' })
export class ActivityBatchRow {
  @Field(() => ID, { description: 'Opaque id.' })
  rowId!: string

  @Field(() => Int, { description: 'As the spreadsheet shows it, or the number of the record in XML or JSON (B07).' })
  rowNumber!: number

  @Field(() => Int, { nullable: true, description: 'The line of a text file on which it stands.' })
  line?: number | null

  @Field(() => RowOutcome, { description: 'What became of it; DUPLICATE when everything was so already.' })
  outcome!: RowOutcome

  @Field(() => RowEffect, { description: 'What it did to an activity.' })
  effect!: RowEffect

  @Field(() => [ActivityRowIssue], { description: 'What is wrong or worth knowing; errors first.' })
  issues!: ActivityRowIssue[]

  @Field(() => [ActivityRowCell], { description: 'The values as they were sent, in the order of the file.' })
  cells!: ActivityRowCell[]

  activityId?: string | null

  @Field(() => Activity, { nullable: true, description: 'The activity it is about; null when there is none any more.' })
  activity?: Activity | null
}

@ObjectType({ description: 'A page of a list of rows of activities.' })
export class ActivityBatchRowConnection extends connectionOf(ActivityBatchRow, 'ActivityBatchRow') {}
