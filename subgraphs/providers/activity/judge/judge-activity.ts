import { ActivityStatus } from '../../../reference/activity.js'
import { type ActivityIssue, isError, scopeOf } from './issue.js'
import { judgeChange } from './judge-change.js'
import { judgeContent } from './judge-content.js'
import { judgeCredit } from './judge-credit.js'
import { judgeDays } from './judge-days.js'
import { judgeLearners } from './judge-learners.js'
import { judgeMoc } from './judge-moc.js'
import { judgePlace } from './judge-place.js'
import { judgeSupport } from './judge-support.js'
import { judgeTexts } from './judge-texts.js'
import type { ActivityCircumstances, JudgedActivity } from './judged.js'
import { judgeMissing } from './missing.js'

/** Everything there is to say about an activity in the state it has or is about to have; errors first. */
export function judgeActivity(activity: JudgedActivity, circumstances: ActivityCircumstances): ActivityIssue[] {
  const issues = [
    ...judgeMissing(activity, circumstances.before),
    ...judgeTexts(activity, circumstances),
    ...judgeDays(activity),
    ...judgePlace(activity),
    ...judgeCredit(activity),
    ...judgeLearners(activity, circumstances),
    ...judgeSupport(activity),
    ...judgeContent(activity),
    ...judgeMoc(activity),
    ...judgeChange(activity, circumstances),
  ]
  return [...issues.filter(isError), ...issues.filter((found) => !isError(found))]
}

/** True when an activity may not be stored like that; a draft may hold what does not fit together yet, if we are lenient. */
export const refuses = (issues: readonly ActivityIssue[], status: ActivityStatus, isLenient: boolean): boolean =>
  issues.some(
    (found) => isError(found) && !(isLenient && status === ActivityStatus.DRAFT && scopeOf(found) === 'STATE'),
  )
