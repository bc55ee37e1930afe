import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql'

/** Whether an issue stops something or is only worth knowing. */
export enum IssueSeverity {
  ERROR = 'ERROR',
  WARNING = 'WARNING',
}

registerEnumType(IssueSeverity, {
  name: 'IssueSeverity',
  description: 'Whether an issue stops something or is only worth knowing.',
  valuesConfig: {
    ERROR: { description: 'The row, or the part it names, was not recorded.' },
    WARNING: { description: 'Recorded all the same.' },
  },
})

@Directive('@shareable')
@ObjectType({ description: 'What is wrong with a row, or worth knowing about it.' })
export class Issue {
  @Field(() => String, { description: 'Code from the catalogue, for example ROW_BAD_VALUE.' })
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

@Directive('@shareable')
@ObjectType({ description: 'One cell as it was submitted.' })
export class SubmittedCell {
  @Field(() => String, { description: 'Header of the column.' })
  column!: string

  @Field(() => String, { description: 'The text in the cell.' })
  text!: string
}
