import { Enum, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType, UseMiddleware } from 'type-graphql'
import {
  ActivityFormat,
  ActivityRegistration,
  DeliveryMethod,
  ParticipationFee,
  Providership,
} from '../../reference/activity.js'
import type { MipsCriterion as CriterionCode } from '../../reference/attestations.js'
import type { CommendationTag as TagCode } from '../../reference/commendation-tags.js'
import type { TargetProfession as ProfessionCode } from '../../reference/professions.js'
import { Amount, Day } from '../../shared/graphql/scalars.js'
import { CommendationTag, MipsCriterion, TargetProfession } from './activity-enums.js'
import {
  ActivityLocation,
  CommercialSupport,
  MeasuredOutcome,
  OtherCredit,
  ProfessionCount,
  Rems,
  StateContentTag,
} from './activity-parts.js'
import { ownOnly } from './own-only.js'
import { Pharmacy } from './pharmacy.js'

/** What the provider tells us of an activity: columns, fields of the graph and fields of the input at once. */
@ObjectType()
export abstract class ActivityFields {
  @Field(() => String, {
    nullable: true,
    description: 'The provider’s own id of the activity, at most 50 characters, unique per provider (A03).',
  })
  @Property({ type: 'text', nullable: true })
  providerActivityId?: string | null

  @Field(() => String, { description: 'Shown to learners; 1 to 250 characters (A07).' })
  @Property({ type: 'text' })
  title!: string

  @Field(() => String, { nullable: true, description: 'Shown to learners; at most 2,500 characters (A08, A28).' })
  @Property({ type: 'text', nullable: true })
  description?: string | null

  @Field(() => String, { nullable: true, description: 'Where learners take part or read more; http or https (A27).' })
  @Property({ type: 'text', nullable: true })
  url?: string | null

  @Field(() => ActivityFormat, { nullable: true, description: 'The format; null only for a draft (A09).' })
  @Enum({ items: () => ActivityFormat, type: 'text', nullable: true })
  activityFormat?: ActivityFormat | null

  @Field(() => [DeliveryMethod], { description: 'How it reaches its learners.' })
  @Property({ type: 'text[]' })
  deliveryMethods: DeliveryMethod[] = []

  @Field(() => Day, { nullable: true, description: 'First day; null only for a draft (A10).' })
  @Property({ type: 'date', nullable: true })
  startsOn?: string | null

  @Field(() => Day, { nullable: true, description: 'Last day; null only for a draft (A10 to A12).' })
  @Property({ type: 'date', nullable: true })
  endsOn?: string | null

  @Property({ type: 'text', nullable: true })
  city?: string | null

  @Property({ type: 'text', nullable: true })
  state?: string | null

  @Property({ type: 'text', nullable: true })
  country?: string | null

  @Field(() => ActivityLocation, { nullable: true, description: 'Where it takes place; null when not in a room.' })
  get location(): ActivityLocation | null {
    const { city, state, country } = this
    return city || state || country ? { city, state, country } : null
  }
  set location(location: ActivityLocation | null) {
    this.city = location?.city ?? null
    this.state = location?.state ?? null
    this.country = location?.country ?? null
  }

  @Field(() => Providership, { nullable: true, description: 'With whom it is provided; null only for a draft (A18).' })
  @Enum({ items: () => Providership, type: 'text', nullable: true })
  providership?: Providership | null

  @Field(() => [String], { description: 'Names of the partners that are not accredited, for JOINT (A19).' })
  @Property({ type: 'text[]' })
  jointProviders: string[] = []

  @Field(() => Amount, {
    name: 'credits',
    nullable: true,
    description: 'AMA PRA Category 1 Credits designated: the most one learner can earn (A20).',
  })
  @Property({ type: 'integer', nullable: true })
  creditQuarters?: number | null

  @Field(() => [OtherCredit], { description: 'Other credit, of jointly accredited providers only (A21).' })
  @Property({ type: 'json' })
  otherCredits: OtherCredit[] = []

  @Field(() => Boolean, { nullable: true, description: 'True when two or more professions learn together (IPCE).' })
  @Property({ type: 'boolean', nullable: true })
  isInterprofessional?: boolean | null

  @Field(() => [TargetProfession], { description: 'Whom it is meant for.' })
  @Property({ type: 'text[]' })
  targetProfessions: ProfessionCode[] = []

  @Field(() => [String], { description: 'Fields of medicine that it is meant for, as in the boards’ practice areas.' })
  @Property({ type: 'text[]' })
  specialties: string[] = []

  @UseMiddleware(ownOnly())
  @Field(() => Int, { nullable: true, description: 'Physicians who took part, 0 or more (A22).' })
  @Property({ type: 'integer', nullable: true })
  physicianLearners?: number | null

  @UseMiddleware(ownOnly())
  @Field(() => Int, { nullable: true, description: 'Other learners who took part, 0 or more (A22).' })
  @Property({ type: 'integer', nullable: true })
  otherLearners?: number | null

  @UseMiddleware(ownOnly([]))
  @Field(() => [ProfessionCount], { description: 'Learners by profession, of jointly accredited providers (A22).' })
  @Property({ type: 'json' })
  learnersByProfession: ProfessionCount[] = []

  @UseMiddleware(ownOnly())
  @Field(() => Day, { nullable: true, description: 'The day up to which learners are counted, cumulatively (R04).' })
  @Property({ type: 'date', nullable: true })
  countedOn?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether commercial support was received (A23, A24).' })
  @Property({ type: 'boolean', nullable: true })
  commercialSupportReceived?: boolean | null

  @Field(() => [CommercialSupport], { description: 'Money received, company by company (A23 to A26).' })
  @Property({ type: 'json' })
  commercialSupport: CommercialSupport[] = []

  @Field(() => [String], { description: 'Companies that supported in kind (A23).' })
  @Property({ type: 'text[]' })
  inKindSupporters: string[] = []

  @Field(() => [MeasuredOutcome], { description: 'What is measured, and how (A34).' })
  @Property({ type: 'json' })
  measuredOutcomes: MeasuredOutcome[] = []

  @Field(() => [CommendationTag], { description: 'What it does for commendation (A35).' })
  @Property({ type: 'text[]' })
  commendationTags: TagCode[] = []

  @Field(() => Boolean, { nullable: true, description: 'Whether it counts as an improvement activity for MIPS (A33).' })
  @Property({ type: 'boolean', nullable: true })
  isMips?: boolean | null

  @Field(() => [MipsCriterion], { description: 'The criteria that the provider attests to: all five for MIPS (A33).' })
  @Property({ type: 'text[]' })
  mipsCriteria: CriterionCode[] = []

  @Field(() => Rems, { nullable: true, description: 'The REMS program that it is part of (A31, A32).' })
  @Property({ type: 'json', nullable: true })
  rems?: Rems | null

  @Field(() => Boolean, { nullable: true, description: 'Whether it has content that a state asks for (A36).' })
  @Property({ type: 'boolean', nullable: true })
  hasStateContentTags?: boolean | null

  @Field(() => [StateContentTag], { description: 'Content that a state asks for (A36).' })
  @Property({ type: 'json' })
  stateContentTags: StateContentTag[] = []

  @Field(() => Pharmacy, { nullable: true, description: 'What pharmacy credit asks for (A37).' })
  @Property({ type: 'json', nullable: true })
  pharmacy?: Pharmacy | null

  @Field(() => Boolean, { nullable: true, description: 'Whether physicians find it in Passport; null: not answered.' })
  @Property({ type: 'boolean', nullable: true })
  displayInPassport?: boolean | null

  @Field(() => ParticipationFee, { nullable: true, description: 'Whether learners pay (A27, A30).' })
  @Enum({ items: () => ParticipationFee, type: 'text', nullable: true })
  fee?: ParticipationFee | null

  @Field(() => ActivityRegistration, { nullable: true, description: 'Who may register (A27, A30).' })
  @Enum({ items: () => ActivityRegistration, type: 'text', nullable: true })
  registration?: ActivityRegistration | null
}
