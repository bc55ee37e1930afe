import type { Activity } from './activity.js'
import type { ActivityFacts } from './activity-facts.resolver.js'
import { activeRegistrations } from './change/judged-activity.js'

/** What an activity allows, for the rules of credit. Amounts are quarters. */
export const activityFactsOf = (activity: Activity): ActivityFacts => ({
  activityId: activity.activityId,
  version: activity.version,
  providerId: activity.provider.providerId,
  providerName: activity.provider.name,
  title: activity.title,
  status: activity.status,
  activityFormat: activity.activityFormat,
  startsOn: activity.startsOn,
  endsOn: activity.endsOn,
  credits: activity.creditQuarters,
  isRems: Boolean(activity.rems),
  registrations: activeRegistrations(activity).map(({ boardCode, pointQuarters, creditTypes, creditClaimOn }) => ({
    boardCode,
    points: pointQuarters,
    creditTypes,
    creditClaimOn,
  })),
})
