import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ActivityFormat, DeliveryMethod } from '../../../reference/activity.js'
import { AccreditationType } from '../../organization/provider-organization.js'
import '../activity-enums.js'

/** The parts of the form, in its order: code → title. */
export const formSections = {
  BASICS: 'Basics',
  PLACE: 'Place',
  CREDIT: 'Credit',
  AUDIENCE: 'Audience',
  PASSPORT: 'CME Passport',
  MOC: 'MOC/CC',
  CONTENT: 'Content',
  SUPPORT: 'Commercial support',
  RESULTS: 'Learners and outcomes',
} as const

/** What an answer looks like. */
export enum FormFieldKind {
  TEXT = 'TEXT',
  LONG_TEXT = 'LONG_TEXT',
  ADDRESS = 'ADDRESS',
  DAY = 'DAY',
  AMOUNT = 'AMOUNT',
  COUNT = 'COUNT',
  YES_NO = 'YES_NO',
  CHOICE = 'CHOICE',
  CHOICES = 'CHOICES',
  TEXTS = 'TEXTS',
  PARTS = 'PARTS',
}

registerEnumType(FormFieldKind, {
  name: 'FormFieldKind',
  description: 'What an answer looks like.',
  valuesConfig: {
    TEXT: { description: 'A line of text.' },
    LONG_TEXT: { description: 'A paragraph.' },
    ADDRESS: { description: 'An address of a page.' },
    DAY: { description: 'A day.' },
    AMOUNT: { description: 'A multiple of 0.25.' },
    COUNT: { description: 'A whole number, 0 or more.' },
    YES_NO: { description: 'Yes or no, or no answer yet.' },
    CHOICE: { description: 'One of the options.' },
    CHOICES: { description: 'Any of the options.' },
    TEXTS: { description: 'A list of texts; options, where there are any, are suggestions.' },
    PARTS: { description: 'Several things at once, as the input has them.' },
  },
})

@ObjectType({ description: 'One answer to choose.' })
export class FormOption {
  @Field(() => String, { description: 'As the input writes it.' })
  value!: string

  @Field(() => String, { description: 'As people read it.' })
  label!: string
}

@ObjectType({
  description:
    'Holds when the field has one of the values: a list when one of its entries does, other credit by its category, registrations by their board, yes and no as true and false, REMS as true when it is filled in.',
})
export class FormCondition {
  @Field(() => String, { description: 'Name of a field of the input, or accreditationType.' })
  field!: string

  @Field(() => [String], { description: 'The values.' })
  isOneOf!: string[]
}

@ObjectType({ description: 'One question of the form of an activity.' })
export class ActivityFormField {
  @Field(() => String, {
    description: 'As the input names it, for example title or location.city; issues name it the same.',
  })
  name!: string

  @Field(() => String, { description: 'Code of its section.' })
  section!: string

  @Field(() => String, { description: 'The question, as a label.' })
  label!: string

  @Field(() => String, { description: 'What to do, as a sentence.' })
  ask!: string

  @Field(() => String, { nullable: true, description: 'Worth knowing before answering.' })
  help?: string | null

  @Field(() => FormFieldKind, { description: 'What the answer looks like.' })
  kind!: FormFieldKind

  @Field(() => Int, { nullable: true, description: 'The most characters; null where there is another limit.' })
  maxLength?: number | null

  @Field(() => [FormOption], { description: 'What to choose from; empty where there is nothing to choose.' })
  options!: FormOption[]

  @Field(() => [FormCondition], { description: 'Asked only when all of them hold.' })
  askedWhen!: FormCondition[]

  @Field(() => String, { nullable: true, description: 'From which status on it is needed: DRAFT, ACTIVE or CLOSED.' })
  neededFor?: string | null

  @Field(() => [FormCondition], { description: 'Needed only when these hold too.' })
  neededWhen!: FormCondition[]

  @Field(() => String, { nullable: true, description: 'Not needed when this other field is filled in.' })
  unlessFilled?: string | null

  @Field(() => String, { nullable: true, description: 'The number of the rule.' })
  rule?: string | null
}

@ObjectType({ description: 'A part of the form.' })
export class FormSectionInfo {
  @Field(() => ID, { description: 'Its code.' })
  code!: string

  @Field(() => String, { description: 'Its title.' })
  title!: string
}

@ObjectType({ description: 'What sets activities of one format apart.' })
export class FormatInfo {
  @Field(() => ActivityFormat, { description: 'The format.' })
  code!: ActivityFormat

  @Field(() => String, { description: 'As people read it.' })
  label!: string

  @Field(() => [DeliveryMethod], { description: 'How it can reach its learners.' })
  deliveryMethods!: DeliveryMethod[]

  @Field(() => String, { description: 'How its learners are counted, as a sentence.' })
  counting!: string

  @Field(() => Int, { description: 'The longest time from first to last day, in months (A11, A12).' })
  atMostMonths!: number
}

@ObjectType({ description: 'What a certifying board asks of a registration.' })
export class FormBoard {
  @Field(() => ID, { description: 'Its code.' })
  code!: string

  @Field(() => String, { description: 'Its name.' })
  name!: string

  @Field(() => [FormOption], { description: 'Its credit types (M03).' })
  creditTypes!: FormOption[]

  @Field(() => [String], { description: 'Its practice areas (M04).' })
  practiceAreas!: string[]

  @Field(() => String, {
    description: 'How points relate to credits: EQUAL (M05), USUALLY_EQUAL (M08) or AT_MOST (M07).',
  })
  points!: string

  @Field(() => Int, { description: 'The fewest areas of its content outline; 0 where it has none (M06).' })
  outlineMin!: number

  @Field(() => Int, { description: 'The most areas of its content outline; 0 where it has none (M06).' })
  outlineMax!: number
}

@ObjectType({ description: 'The form of an activity, for the kind of provider that asks.' })
export class ActivityForm {
  @Field(() => AccreditationType, { description: 'Whose form it is.' })
  accreditationType!: AccreditationType

  @Field(() => [FormSectionInfo], { description: 'Its parts, in order.' })
  sections!: FormSectionInfo[]

  @Field(() => [ActivityFormField], { description: 'Its questions, in order.' })
  fields!: ActivityFormField[]

  @Field(() => [FormatInfo], { description: 'The formats.' })
  formats!: FormatInfo[]

  @Field(() => [FormBoard], { description: 'The boards for which an activity can be registered (M01, M14).' })
  boards!: FormBoard[]

  @Field(() => [FormOption], { description: 'The undertakings of a registration: all are needed (M09).' })
  attestations!: FormOption[]

  @Field(() => [FormOption], { description: 'How a part of a content outline is named (M06).' })
  outlineKinds!: FormOption[]
}
