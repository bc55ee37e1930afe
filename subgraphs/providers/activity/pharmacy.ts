import { Field, InputType, Int, ObjectType } from 'type-graphql'
import type {
  PharmacyActivityType as ActivityTypeCode,
  RecertificationAnswer as RecertificationCode,
} from '../../reference/pharmacy.js'
import { Day } from '../../shared/graphql/scalars.js'
import { PharmacyActivityType, RecertificationAnswer } from './activity-enums.js'

@InputType('PharmacyContentTagInput', { description: 'Content for pharmacists that a state asks for.' })
@ObjectType({ description: 'Content for pharmacists that a state asks for.' })
export class PharmacyContentTag {
  @Field(() => String, { description: 'Two-letter state code.' })
  state!: string

  @Field(() => String, { description: 'What the content is called there.' })
  tag!: string
}

@InputType('PharmacyInput', { description: 'What pharmacy credit asks for; of jointly accredited providers (A37).' })
@ObjectType({ description: 'What pharmacy credit asks for; of jointly accredited providers (A37).' })
export class Pharmacy {
  @Field(() => PharmacyActivityType, { nullable: true, description: 'The kind of activity.' })
  activityType?: ActivityTypeCode | null

  @Field(() => String, { nullable: true, description: 'Topic designator: 01 to 08, or 99.' })
  topic?: string | null

  @Field(() => Day, { nullable: true, description: 'The first day on which it is live.' })
  liveOn?: string | null

  @Field(() => Int, { nullable: true, description: 'Sequence number, 1 to 9999 (A38).' })
  sequenceNumber?: number | null

  @Field(() => String, { nullable: true, description: 'Universal activity number for pharmacists.' })
  uanPharmacist?: string | null

  @Field(() => String, { nullable: true, description: 'Universal activity number for pharmacy technicians.' })
  uanTechnician?: string | null

  @Field(() => RecertificationAnswer, { nullable: true, description: 'Whether certificates are renewed.' })
  hasRecertifications?: RecertificationCode | null

  @Field(() => String, { nullable: true, description: 'What renewal asks for.' })
  recertificationRequirements?: string | null

  @Field(() => [PharmacyContentTag], { nullable: true, description: 'Content tags by state.' })
  contentTags?: PharmacyContentTag[] | null
}
