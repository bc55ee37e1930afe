import type { EntityManager } from '@mikro-orm/postgresql'
import { ActivityFormat, ActivityStatus } from '../../reference/activity.js'
import { Activity } from '../activity/activity.js'
import type { MocRegistration } from '../activity/moc-registration.js'

/** What everybody may see of an activity, and where it is seen. */
export interface PublicActivity {
  activity: Activity & { startsOn: string; endsOn: string }
  registrations: readonly MocRegistration[]
  /** The address of its page. */
  address: string
  /** True when its last day is past. */
  hasEnded: boolean
  /** Where learners take part; undefined when the address is not a safe one. */
  registerAt: URL | undefined
}

/** An activity that is displayed, ended or not; undefined for drafts, for what was deleted and for what is not displayed. */
export async function findPublicActivity(
  em: EntityManager,
  activityId: string,
  origin: string,
  today: string,
): Promise<PublicActivity | undefined> {
  const activity = await em.findOne(
    Activity,
    { activityId, displayInPassport: true, status: { $in: [ActivityStatus.ACTIVE, ActivityStatus.CLOSED] } },
    { populate: ['mocRegistrations'] },
  )
  if (!activity || !hasDays(activity)) return undefined
  const url = activity.url ? URL.parse(activity.url) : null
  return {
    activity,
    registrations: activity.mocRegistrations.getItems().filter(({ status }) => status === 'ACTIVE'),
    address: addressOf(origin, activityId),
    hasEnded: activity.endsOn < today,
    registerAt: url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : undefined,
  }
}

/** The address of the page of an activity. */
export const addressOf = (origin: string, activityId: string) => `${origin}/activity/${activityId}`

const hasDays = (activity: Activity): activity is PublicActivity['activity'] =>
  Boolean(activity.startsOn && activity.endsOn)

const eventFormats: readonly (ActivityFormat | null | undefined)[] = [ActivityFormat.COURSE, ActivityFormat.RSS]

/** True for what takes place at its time, false for what learners take when they choose. */
export const isEvent = ({ activityFormat }: Activity) => eventFormats.includes(activityFormat)

/** Where it takes place, in words; undefined when not in a room. */
export function placeOf({ city, state, country }: Activity): string | undefined {
  const parts = [city, state, country === 'USA' ? undefined : country].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : undefined
}
