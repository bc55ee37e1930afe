import { Collection } from '@mikro-orm/core'
import { Activity } from '../activity.js'
import { MocRegistration } from '../moc-registration.js'

/** A copy that can be changed and judged, and that the mapper does not watch. */
export function copyOf(activity: Activity): Activity {
  const { mocRegistrations, ...columns } = activity
  const copy = Object.assign(new Activity(), columns)
  return withRegistrations(
    copy,
    mocRegistrations.getItems().map((registration) => Object.assign(new MocRegistration(), registration)),
  )
}

/** Puts registrations in the place of those that an activity has. */
export function withRegistrations(activity: Activity, registrations: MocRegistration[]): Activity {
  for (const registration of registrations) registration.activity = activity
  activity.mocRegistrations = new Collection<MocRegistration>(activity, registrations)
  return activity
}
