import { ActivityStatus } from '../../../reference/activity.js'
import { isFilled } from '../change/blank.js'
import { holds } from '../form/conditions.js'
import { type FormField, formFields } from '../form/form-fields.js'
import { type ActivityIssue, issue } from './issue.js'
import type { JudgedActivity } from './judged.js'

const order = ['DRAFT', 'ACTIVE', 'CLOSED'] as const

type LiveStatus = (typeof order)[number]

const statusRules = { DRAFT: 'A07', ACTIVE: 'A39', CLOSED: 'A40' } as const

const isNeeded = (field: FormField, status: LiveStatus, activity: JudgedActivity) =>
  field.neededFor !== undefined &&
  order.indexOf(field.neededFor) <= order.indexOf(status) &&
  holds([...field.askedWhen, ...field.neededWhen], activity) &&
  !(field.unlessFilled && isFilled(activity[field.unlessFilled]))

/** The questions that an activity has to answer to be in a status, and does not. */
const unanswered = (activity: JudgedActivity, status: LiveStatus) =>
  formFields.filter((field) => isNeeded(field, status, activity) && !isFilled(activity[field.of]))

/** What is missing before an activity can be in a status, in words (A39, A40). */
export const missingFor = (status: 'ACTIVE' | 'CLOSED', activity: JudgedActivity): ActivityIssue[] =>
  unanswered(activity, status).map(({ name, label, ask, neededFor, rule }) =>
    issue('FIELD_MISSING', name, { label, ask }, rule ?? statusRules[neededFor ?? status]),
  )

/** What the status that an activity has would not allow to be blank (A39, A40, A47). */
export function judgeMissing(activity: JudgedActivity, before: JudgedActivity | null): ActivityIssue[] {
  const { status } = activity
  if (status !== ActivityStatus.ACTIVE && status !== ActivityStatus.CLOSED) return []
  if (before?.status !== status) return missingFor(status, activity)
  return unanswered(activity, status).map(({ name, of, label, ask, rule }) =>
    issue(
      'FIELD_NEEDED',
      name,
      { label, ask, status: status.toLowerCase() },
      isFilled(before[of]) ? 'A47' : (rule ?? statusRules[status]),
    ),
  )
}
