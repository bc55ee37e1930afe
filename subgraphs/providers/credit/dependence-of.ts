import { ActivityStatus } from '../../reference/activity.js'
import type { ActivityChangeRecord } from '../activity/change/write-changes.js'
import type { CreditDependence } from './credit-certainty.js'

/** The statuses in which credit can have been recorded. */
const reportable: readonly unknown[] = [ActivityStatus.ACTIVE, ActivityStatus.CLOSED]
/** What credit stands on (A43). */
const foundations = ['activityFormat', 'startsOn', 'provider']

interface RegistrationState {
  boardCode: string
  status: string
}

/** Which of these changes may be made only where there is no credit (A42, A43, M15). */
export function dependencesOf(changes: readonly ActivityChangeRecord[]): CreditDependence[] {
  // What these changes have made cannot have credit yet.
  const isNew = new Set(changes.flatMap(({ after, difference }) => (difference.before ? [] : after.activityId)))
  const found = changes.flatMap((change) => (isNew.has(change.after.activityId) ? [] : (dependenceOf(change) ?? [])))
  return [...new Map(found.map((dependence) => [dependence.activityId, dependence])).values()]
}

function dependenceOf({ after, difference: { before } }: ActivityChangeRecord): CreditDependence | null {
  if (!before || !reportable.includes(before.status ?? after.status)) return null
  const activity = { activityId: after.activityId, providerId: after.provider.providerId }
  if (!reportable.includes(after.status) || foundations.some((field) => field in before)) return activity
  const boards = withdrawnFrom(before.mocRegistrations, after.mocRegistrations.getItems())
  return boards.length ? { ...activity, boards } : null
}

function withdrawnFrom(before: unknown, after: readonly RegistrationState[]): string[] {
  const isActive = ({ status }: RegistrationState) => status === 'ACTIVE'
  const staying = new Set(after.filter(isActive).map(({ boardCode }) => boardCode))
  const earlier = Array.isArray(before) ? (before as RegistrationState[]).filter(isActive) : []
  return earlier.map(({ boardCode }) => boardCode).filter((boardCode) => !staying.has(boardCode))
}
