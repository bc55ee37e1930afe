import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { type Patch, patchInputOf } from '../../shared/graphql/patch-input.js'
import { ActivityFields } from './activity-fields.js'
import { OtherCredit, OtherCreditInput } from './activity-parts.js'
import { MocRegistrationFields } from './moc-registration.js'

/** What happens to one activity of a list. */
export enum ActivityAction {
  SAVE = 'SAVE',
  DELETE = 'DELETE',
}

registerEnumType(ActivityAction, {
  name: 'ActivityAction',
  description: 'What happens to one activity of a list.',
  valuesConfig: {
    SAVE: { description: 'It is changed when it is there, by its id or by your own, and else added (A05, A06).' },
    DELETE: { description: 'It is taken back (A42).' },
  },
})

const patchRules = 'What is left out stays as it is; null makes it blank.'

/** The fields of an activity as the graph names them, each of which may be left out. Amounts are quarters here. */
export interface ActivityInput extends Omit<Patch<ActivityFields>, 'creditQuarters' | 'otherCredits'> {
  credits?: number | null
  otherCredits?: OtherCreditInput[] | null
}
export const ActivityInput = patchInputOf<ActivityInput>(ActivityFields, {
  name: 'ActivityInput',
  description: `What the provider tells of an activity. ${patchRules}`,
  parts: new Map([[OtherCredit, OtherCreditInput]]),
})

/** The fields of a registration as the graph names them, each of which may be left out. */
export interface MocRegistrationInput extends Omit<Patch<MocRegistrationFields>, 'pointQuarters'> {
  points?: number | null
}
export const MocRegistrationInput = patchInputOf<MocRegistrationInput>(MocRegistrationFields, {
  name: 'MocRegistrationInput',
  description: `What the provider tells a certifying board of an activity. ${patchRules}`,
})

/** An input as the entity names its fields. */
export const fieldsOf = ({ credits, otherCredits, ...fields }: ActivityInput): Patch<ActivityFields> => ({
  ...fields,
  creditQuarters: credits,
  otherCredits:
    otherCredits === null ? null : otherCredits?.map(({ category, amount }) => ({ category, quarters: amount })),
})

/** The input of a registration as the entity names its fields. */
export const registrationOf = <Input extends MocRegistrationInput>({ points, ...fields }: Input) => ({
  ...fields,
  pointQuarters: points,
})

@InputType({ description: `The registration of an activity for one board. ${patchRules}` })
export class BoardRegistrationInput extends MocRegistrationInput {
  @Field(() => ID, { description: 'Code of the certifying board, for example ABIM (M01).' })
  boardCode!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'True to take the registration back; nothing else counts (M15).',
  })
  withdraw?: boolean | null
}

@InputType({ description: 'One activity of a list that is saved at once.' })
export class ActivityItemInput {
  @Field(() => ActivityAction, { defaultValue: ActivityAction.SAVE, description: 'What happens to it.' })
  action!: ActivityAction

  @Field(() => ID, {
    nullable: true,
    description: 'Nine digits, for one that is there; without it, `providerActivityId` says which one it is.',
  })
  activityId?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'The version you changed; when there is a newer one, yours is refused.',
  })
  expectedVersion?: number | null

  @Field(() => ActivityInput, { nullable: true, description: 'Its fields.' })
  fields?: ActivityInput | null

  @Field(() => [BoardRegistrationInput], { nullable: true, description: 'Boards to register for; others stay.' })
  mocRegistrations?: BoardRegistrationInput[] | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'True to make a draft active; refused while data are missing (A39).',
  })
  activate?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'True to close it; refused while data are missing (A40, A41).' })
  close?: boolean | null
}
