import type { deaRegistrations, remsPracticeAreas, remsProfessions, remsTimesInPractice } from '../../reference/rems.js'
import type { StateCode } from '../../reference/states.js'

/** What a provider tells about a learner of a REMS activity (2.6.4). No license is needed, since any profession may take part. */
export interface RemsClaim {
  /** The provider’s own id of the learner: idd:, a domain, a kind, and the id itself. */
  localIdentifier: string
  profession?: (typeof remsProfessions)[number]
  practiceState?: StateCode
  deaRegistration?: (typeof deaRegistrations)[number]
  practiceArea?: (typeof remsPracticeAreas)[number]
  surgicalProcedures?: boolean
  timeInPractice?: (typeof remsTimesInPractice)[number]
}

/** What makes two reports about the same: the provider is known beside it. */
export interface RemsKey {
  activityId: string
  completedOn: string
  localIdentifier: string
}

/** A report that is to be written. */
export interface RemsReport extends RemsClaim, RemsKey {
  reportId: string
}

export const printRemsKey = ({ activityId, completedOn, localIdentifier }: RemsKey): string =>
  `${activityId} ${completedOn} ${localIdentifier}`
