import type { ActivityStatus } from '../../../reference/activity.js'
import type { AccreditationType } from '../../organization/provider-organization.js'
import type { ActivityFields } from '../activity-fields.js'
import type { MocRegistrationFields } from '../moc-registration.js'

/** A registration as the rules see it. */
export type JudgedRegistration = MocRegistrationFields & { boardCode: string }

/** An activity as the rules see it: what is in it, whose it is, and for which boards it is registered now. */
export interface JudgedActivity extends Omit<ActivityFields, 'location'> {
  activityId?: string
  status: ActivityStatus
  accreditationType: AccreditationType
  registrations: readonly JudgedRegistration[]
}

/** What the rules need to know beside the activity itself. */
export interface ActivityCircumstances {
  /** The day in US Central time. */
  today: string
  /** The activity as it is stored; null for a new one. */
  before: JudgedActivity | null
  /** Accepted completions of the activity. */
  accepted: number
  /** Learners with accepted MOC points, by board. */
  acceptedPoints: ReadonlyMap<string, number>
  /** Another activity of the provider with the same own id. */
  ownIdTakenBy: string | null
  /** Another activity of the provider with the same title and days. */
  twin: string | null
}

/** The circumstances of something new on its own. */
export const noCircumstances = (today: string): ActivityCircumstances => ({
  today,
  before: null,
  accepted: 0,
  acceptedPoints: new Map(),
  ownIdTakenBy: null,
  twin: null,
})
