import { isFilled } from '../change/blank.js'
import type { JudgedActivity } from '../judge/judged.js'

/** What a question of the form can depend on. */
export const conditionFields = [
  'accreditationType',
  'activityFormat',
  'deliveryMethods',
  'country',
  'providership',
  'otherCredits',
  'commercialSupportReceived',
  'isMips',
  'rems',
  'hasStateContentTags',
  'displayInPassport',
  'mocRegistrations',
] as const

export type ConditionField = (typeof conditionFields)[number]

/** True when the field has one of the values; for a list, when one of its entries is among them. */
export interface Condition {
  field: ConditionField
  isOneOf: readonly string[]
}

const valuesOf: Record<ConditionField, (activity: JudgedActivity) => readonly unknown[]> = {
  accreditationType: ({ accreditationType }) => [accreditationType],
  activityFormat: ({ activityFormat }) => [activityFormat],
  deliveryMethods: ({ deliveryMethods }) => deliveryMethods,
  country: ({ country }) => [country],
  providership: ({ providership }) => [providership],
  otherCredits: ({ otherCredits }) => otherCredits.map(({ category }) => category),
  commercialSupportReceived: ({ commercialSupportReceived }) => [commercialSupportReceived],
  isMips: ({ isMips }) => [isMips],
  rems: ({ rems }) => [isFilled(rems)],
  hasStateContentTags: ({ hasStateContentTags }) => [hasStateContentTags],
  displayInPassport: ({ displayInPassport }) => [displayInPassport],
  mocRegistrations: ({ registrations }) => registrations.map(({ boardCode }) => boardCode),
}

/** True when all conditions hold for an activity; also when there are none. */
export const holds = (conditions: readonly Condition[], activity: JudgedActivity): boolean =>
  conditions.every(({ field, isOneOf }) => valuesOf[field](activity).some((value) => isOneOf.includes(String(value))))
