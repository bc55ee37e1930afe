import type { Activity } from '../activity.js'
import type { JudgedActivity } from '../judge/judged.js'
import type { MocRegistration } from '../moc-registration.js'

/** The registrations that count: those that were not withdrawn. */
export const activeRegistrations = (activity: Activity): MocRegistration[] =>
  activity.mocRegistrations.getItems().filter(({ status }) => status === 'ACTIVE')

/** An activity as the rules see it. */
export function judgedActivity(activity: Activity): JudgedActivity {
  const { provider, mocRegistrations: _, ...columns } = activity
  const { accreditationType } = provider
  return Object.assign(columns, { accreditationType, registrations: activeRegistrations(activity) })
}
