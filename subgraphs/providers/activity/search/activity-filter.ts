import { Field, ID, InputType } from 'type-graphql'
import {
  ActivityFormat,
  ActivityRegistration,
  DeliveryMethod,
  ParticipationFee,
  type RemsType as RemsTypeCode,
} from '../../../reference/activity.js'
import { badInput } from '../../../shared/errors.js'
import { Amount, Day } from '../../../shared/graphql/scalars.js'
import { RemsType } from '../activity-enums.js'
import { SearchFacet, tagOf } from './facets.js'
import type { FilterGroup } from './tally.js'

const maxValues = 50
const anyOf = `any of these, at most ${maxValues}`

@InputType({ description: 'What found activities have to be: all that is given (P10), of a list any one.' })
export class ActivityFilter {
  @Field(() => Day, { nullable: true, description: 'Not over before this day.' })
  from?: string | null

  @Field(() => Day, { nullable: true, description: 'Begun by this day.' })
  to?: string | null

  @Field(() => Amount, { nullable: true, description: 'At least that much credit.' })
  minCredits?: number | null

  @Field(() => Amount, { nullable: true, description: 'At most that much credit.' })
  maxCredits?: number | null

  @Field(() => [String], { nullable: true, description: `States in which it takes place, two letters: ${anyOf}.` })
  states?: string[] | null

  @Field(() => [ActivityFormat], { nullable: true, description: `Formats: ${anyOf}.` })
  formats?: ActivityFormat[] | null

  @Field(() => [DeliveryMethod], { nullable: true, description: `Delivery methods: ${anyOf}.` })
  deliveryMethods?: DeliveryMethod[] | null

  @Field(() => [String], {
    nullable: true,
    description: `Categories of credit, AMA_PRA_1 or a code of OtherCreditCategory: ${anyOf}.`,
  })
  creditCategories?: string[] | null

  @Field(() => [ParticipationFee], { nullable: true, description: `Fees: ${anyOf}.` })
  fees?: ParticipationFee[] | null

  @Field(() => [ActivityRegistration], { nullable: true, description: `Who may register: ${anyOf}.` })
  registrations?: ActivityRegistration[] | null

  @Field(() => [String], { nullable: true, description: `Boards it is registered for, as ABIM: ${anyOf} (P10).` })
  certifyingBoards?: string[] | null

  @Field(() => [String], {
    nullable: true,
    description: `Credit types it is registered for, as ABIM/MK: ${anyOf} (P10).`,
  })
  creditTypes?: string[] | null

  @Field(() => [String], { nullable: true, description: `Specialties or practice areas: ${anyOf}.` })
  specialties?: string[] | null

  @Field(() => [ID], { nullable: true, description: `Accredited providers: ${anyOf}.` })
  providerIds?: string[] | null

  @Field(() => [String], { nullable: true, description: `Content that states ask for, as “Domain: topic”: ${anyOf}.` })
  topics?: string[] | null

  @Field(() => Boolean, { nullable: true, description: 'True: only improvement activities for MIPS.' })
  mips?: boolean | null

  @Field(() => [RemsType], { nullable: true, description: `REMS programs: ${anyOf}.` })
  rems?: RemsTypeCode[] | null
}

/** Which facet each list of the filter is about; a new filter is a new line. */
const lists: readonly (readonly [
  facet: SearchFacet,
  values: (filter: ActivityFilter) => string[] | null | undefined,
])[] = [
  [SearchFacet.FORMAT, ({ formats }) => formats],
  [SearchFacet.DELIVERY, ({ deliveryMethods }) => deliveryMethods],
  [SearchFacet.CREDIT_CATEGORY, ({ creditCategories }) => creditCategories],
  [SearchFacet.BOARD, ({ certifyingBoards }) => certifyingBoards],
  [SearchFacet.CREDIT_TYPE, ({ creditTypes }) => creditTypes],
  [SearchFacet.SPECIALTY, ({ specialties }) => specialties],
  [SearchFacet.TOPIC, ({ topics }) => topics],
  [SearchFacet.STATE, ({ states }) => states],
  [SearchFacet.PROVIDER, ({ providerIds }) => providerIds],
  [SearchFacet.FEE, ({ fees }) => fees],
  [SearchFacet.REGISTRATION, ({ registrations }) => registrations],
  [SearchFacet.MIPS, ({ mips }) => (mips ? ['YES'] : [])],
  [SearchFacet.REMS, ({ rems }) => rems],
]

/** What is filtered by, facet by facet; an empty list filters nothing. Throws BAD_USER_INPUT for a list that is too long. */
export function groupsOf(filter: ActivityFilter): FilterGroup[] {
  return lists.flatMap(([facet, valuesOf]) => {
    const values = valuesOf(filter) ?? []
    if (values.length > maxValues) throw badInput(`Filter by at most ${maxValues} values of one kind.`)
    return values.length > 0 ? [{ facet, tags: values.map((value) => tagOf(facet, value)) }] : []
  })
}
