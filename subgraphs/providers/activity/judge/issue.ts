import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { type ActivityCodeName, type ActivityCodeScope, activityCodes } from '../../../reference/activity-codes.js'

/** Whether an issue stops something. */
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

@ObjectType({ description: 'What is wrong with an activity, or worth knowing about it.' })
export class ActivityIssue {
  @Field(() => String, { description: 'Code from the catalogue, for example DAYS_REVERSED.' })
  code!: ActivityCodeName

  @Field(() => IssueSeverity, { description: 'Whether it stops something.' })
  severity!: IssueSeverity

  @Field(() => String, {
    nullable: true,
    description:
      'The field it is about, as the input names it, for example location.city or mocRegistrations.ABA.points.',
  })
  field?: string | null

  @Field(() => String, { description: 'A sentence that says what is wrong.' })
  message!: string

  @Field(() => String, { description: 'A sentence that says what to do about it.' })
  fix!: string

  @Field(() => String, { nullable: true, description: 'The number of the rule, for example A10; null for a limit.' })
  rule?: string | null
}

type Words = Record<string, string | number | null | undefined>

/** An issue of the catalogue, with the blanks of its sentences filled in. */
export function issue(code: ActivityCodeName, field: string | null, words: Words = {}, rule?: string): ActivityIssue {
  const { severity, message, fix, rule: ownRule } = activityCodes[code]
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => shown(words[name]))
  return {
    code,
    severity: IssueSeverity[severity],
    field,
    message: fill(message),
    fix: fill(fix),
    rule: rule ?? ownRule,
  }
}

const longest = 100
const shown = (word: string | number | null | undefined) => {
  const text = String(word ?? '')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** True for what stops something. */
export const isError = ({ severity }: ActivityIssue) => severity === IssueSeverity.ERROR

/** Where the rule of an issue holds. */
export const scopeOf = ({ code }: ActivityIssue): ActivityCodeScope => activityCodes[code].scope
