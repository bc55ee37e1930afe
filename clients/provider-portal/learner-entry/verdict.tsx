import { Notice } from '../../shared/ui/notice'
import { BlockSkeleton } from '../../shared/ui/skeleton'
import { Issues } from '../batch/issues'
import { issuesOfNoField } from './entry-issues'
import type { DryRun } from './use-dry-run'

interface VerdictProps {
  missing: readonly string[]
  dryRun: DryRun
  /** The labels of fields that show their own issues. */
  remsLabels: readonly string[]
}

/** What the graph would say to the learner as typed so far. */
export function Verdict({ missing, dryRun: { checking, outcome, problem }, remsLabels }: VerdictProps) {
  return (
    <div aria-live="polite" className="stack">
      {missing.length > 0 && (
        <Notice tone="info" title="Still to fill in">
          <ul className="entry-missing">
            {missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Notice>
      )}
      {missing.length === 0 && checking && !outcome && <BlockSkeleton label="the check" />}
      {missing.length === 0 && problem && (
        <Notice tone="bad" title={problem.message}>
          {problem.hint}
        </Notice>
      )}
      {missing.length === 0 && outcome && <Judgement outcome={outcome} remsLabels={remsLabels} />}
    </div>
  )
}

interface JudgementProps {
  outcome: NonNullable<DryRun['outcome']>
  remsLabels: readonly string[]
}

function Judgement({ outcome, remsLabels }: JudgementProps) {
  const errors = outcome.issues.filter(({ severity, code }) => severity === 'ERROR' && code !== 'PERMISSION_MISSING')
  const general = issuesOfNoField(outcome.issues, remsLabels)
  if (outcome.outcome === 'DUPLICATE') {
    return (
      <Notice tone="info" title="Already on record">
        This learner’s completion of that day was reported before. Submitting it again adds nothing.
      </Notice>
    )
  }
  if (outcome.outcome === 'IN_REVIEW') {
    return (
      <Notice tone="warn" title="Would go to review">
        <Issues issues={general} />
      </Notice>
    )
  }
  if (outcome.outcome === 'ACCEPTED' && errors.length > 0) {
    return (
      <Notice tone="warn" title="Would be accepted in part">
        {general.length > 0 ? <Issues issues={general} /> : 'What is marked would be left out; see the marked fields.'}
      </Notice>
    )
  }
  if (errors.length === 0) {
    return (
      <Notice tone="good" title="Would be accepted">
        {general.length > 0 ? <Issues issues={general} /> : 'The learner was found and the credit fits the activity.'}
      </Notice>
    )
  }
  return (
    <Notice tone="warn" title="Would not be accepted yet">
      {general.length > 0 ? <Issues issues={general} /> : 'See the marked fields.'}
    </Notice>
  )
}
