import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { OutlineKind as OutlineKindCode, RemsType as RemsTypeCode } from '../../reference/activity.js'
import type { OtherCreditCategory as CategoryCode } from '../../reference/credit-categories.js'
import type { MeasurementType as MeasurementCode, Outcome as OutcomeCode } from '../../reference/measured-outcomes.js'
import type { LearnerProfession as ProfessionCode } from '../../reference/professions.js'
import { Amount } from '../../shared/graphql/scalars.js'
import {
  LearnerProfession,
  MeasurementType,
  OtherCreditCategory,
  Outcome,
  OutlineKind,
  RemsType,
} from './activity-enums.js'

@InputType('ActivityLocationInput', { description: 'Where an activity takes place.' })
@ObjectType({ description: 'Where an activity takes place.' })
export class ActivityLocation {
  @Field(() => String, { nullable: true, description: 'City (A15).' })
  city?: string | null

  @Field(() => String, { nullable: true, description: 'Two-letter state code, inside the USA (A16).' })
  state?: string | null

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-3 (A17).' })
  country?: string | null
}

@InputType({ description: 'Credit beside AMA PRA Category 1.' })
export class OtherCreditInput {
  @Field(() => OtherCreditCategory, { description: 'The category; each at most once.' })
  category!: CategoryCode

  @Field(() => Amount, { description: 'The most that one learner can earn (A20).' })
  amount!: number
}

@ObjectType({ description: 'Credit beside AMA PRA Category 1.' })
export class OtherCredit {
  @Field(() => OtherCreditCategory, { description: 'The category; each at most once.' })
  category!: CategoryCode

  @Field(() => Amount, { name: 'amount', description: 'The most that one learner can earn (A20).' })
  quarters!: number
}

@InputType('ProfessionCountInput', { description: 'How many learners of one profession took part.' })
@ObjectType({ description: 'How many learners of one profession took part.' })
export class ProfessionCount {
  @Field(() => LearnerProfession, { description: 'The profession; each at most once.' })
  profession!: ProfessionCode

  @Field(() => Int, { description: 'Learners, 0 or more (A22).' })
  count!: number
}

@InputType('CommercialSupportInput', { description: 'Money from one company.' })
@ObjectType({ description: 'Money from one company.' })
export class CommercialSupport {
  @Field(() => String, { description: 'The company, as on the list of supporters or in free text (A26).' })
  source!: string

  @Field(() => Int, { description: 'A whole amount of money, 0 or more (A23).' })
  amount!: number

  @Field(() => String, { defaultValue: 'USD', description: 'Currency, three letters; others than USD warn (A25).' })
  currency!: string
}

@InputType('MeasuredOutcomeInput', { description: 'An outcome that is measured, and how.' })
@ObjectType({ description: 'An outcome that is measured, and how.' })
export class MeasuredOutcome {
  @Field(() => Outcome, { description: 'The outcome; each at most once.' })
  outcome!: OutcomeCode

  @Field(() => [MeasurementType], { description: 'How it is measured, at least one way (A34).' })
  types!: MeasurementCode[]
}

@InputType('RemsInput', { description: 'The REMS program that an activity is part of.' })
@ObjectType({ description: 'The REMS program that an activity is part of.' })
export class Rems {
  @Field(() => RemsType, { nullable: true, description: 'The program; needed with the identifier (A31).' })
  type?: RemsTypeCode | null

  @Field(() => ID, { nullable: true, description: 'As issued by the program, for example EG-123456-001 (A31, A32).' })
  identifier?: string | null
}

@InputType('StateContentTagInput', { description: 'Content that a state asks for.' })
@ObjectType({ description: 'Content that a state asks for.' })
export class StateContentTag {
  @Field(() => String, { description: 'The domain, for example Opioids (A36).' })
  domain!: string

  @Field(() => String, { description: 'The topic within it (A36).' })
  topic!: string
}

@InputType('ContentOutlineInput', { description: 'One area of a board’s content outline.' })
@ObjectType({ description: 'One area of a board’s content outline.' })
export class ContentOutline {
  @Field(() => OutlineKind, { description: 'How the area is named.' })
  kind!: OutlineKindCode

  @Field(() => String, { description: 'The id, the tag or the words.' })
  value!: string
}
