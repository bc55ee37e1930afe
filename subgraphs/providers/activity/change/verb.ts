import type { Activity } from '../activity.js'
import type { ActivityIssue } from '../judge/issue.js'
import type { ActivityCircumstances } from '../judge/judged.js'
import type { Actor } from './actor.js'

/** What stands around an activity on which a verb is asked for. */
export interface VerbCircumstances extends ActivityCircumstances {
  /** True for the operator, who may do what a closed year forbids others (R06). */
  isOperator: boolean
}

/** A change of the status of an activity. */
export interface ActivityVerb {
  /** As the policies and the history name it. */
  name: 'activate' | 'close' | 'reopen' | 'delete'
  /** What stands against it now, beside what the status needs; nothing when it may be done. */
  reasonsAgainst: (activity: Activity, circumstances: VerbCircumstances) => ActivityIssue[]
  /** Does it to a copy. */
  apply: (after: Activity, actor: Actor) => void
}
