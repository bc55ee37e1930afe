import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { deaRegistrations, remsPracticeAreas, remsProfessions, remsTimesInPractice } from '../../reference/rems.js'
import { stateNames } from '../../reference/states.js'

/** How a question about a learner of a REMS activity is answered. */
export const RemsAnswer = { TEXT: 'TEXT', ONE_OF: 'ONE_OF', YES_OR_NO: 'YES_OR_NO' } as const
export type RemsAnswer = keyof typeof RemsAnswer

registerEnumType(RemsAnswer, {
  name: 'RemsAnswer',
  description: 'How a question about a learner of a REMS activity is answered.',
  valuesConfig: {
    TEXT: { description: 'By a text.' },
    ONE_OF: { description: 'By an entry of its list.' },
    YES_OR_NO: { description: 'By yes or no.' },
  },
})

@ObjectType({ description: 'A question about a learner of a REMS activity (L31).' })
export class RemsField {
  @Field(() => String, { description: 'The field of `RemsReportInput` that it fills.' })
  name!: string

  @Field(() => String, { description: 'Its label, as the learner file has it.' })
  label!: string

  @Field(() => RemsAnswer, { description: 'How it is answered.' })
  answer!: RemsAnswer

  @Field(() => Boolean, { description: 'True where it must be answered.' })
  isRequired!: boolean

  @Field(() => String, { nullable: true, description: 'What to write.' })
  hint!: string | null

  @Field(() => [String], { description: 'Its list; empty where it has none.' })
  choices!: readonly string[]
}

const oneOf = (name: string, label: string, choices: readonly string[], isRequired = false): RemsField => ({
  name,
  label,
  answer: 'ONE_OF',
  isRequired,
  hint: null,
  choices,
})

/** The questions about a learner of a REMS activity, in the order of the learner file (2.6.4). */
export const remsFields: RemsField[] = [
  {
    name: 'localIdentifier',
    label: 'Local Identifier',
    answer: 'TEXT',
    isRequired: true,
    hint: 'Your own id of the learner, such as idd:acme:learner:77.',
    choices: [],
  },
  oneOf('profession', 'Profession', remsProfessions, true),
  oneOf('practiceState', 'State of Primary Practice', Object.values(stateNames)),
  oneOf('deaRegistration', 'DEA Registration', deaRegistrations),
  oneOf('practiceArea', 'Practice Area', remsPracticeAreas),
  {
    name: 'surgicalProcedures',
    label: 'Surgical Procedures',
    answer: 'YES_OR_NO',
    isRequired: false,
    hint: null,
    choices: [],
  },
  oneOf('timeInPractice', 'Time in Practice', remsTimesInPractice),
]
