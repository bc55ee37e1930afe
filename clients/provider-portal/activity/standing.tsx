import type { ActivityJudgementFragment, ActivityStandingFragment } from '../../graphql/graphql'
import { plural } from '../../shared/format/numbers'
import { ButtonLink } from '../../shared/ui/button'
import { Notice } from '../../shared/ui/notice'
import { paths } from '../paths'

const next = {
  DRAFT: { to: 'active', words: 'before it can become active' },
  ACTIVE: { to: 'closed', words: 'before it can be closed' },
  CLOSED: undefined,
  DELETED: undefined,
} as const

/** What an activity still lacks for its next state, and what is worth a look. */
export function Standing({ activity }: { activity: ActivityStandingFragment & ActivityJudgementFragment }) {
  const step = next[activity.status]
  const missing = (step && activity.missingFor?.[step.to]) ?? []
  return (
    <>
      {step && missing.length > 0 && (
        <Notice
          tone="info"
          title={`${plural(missing.length, 'answer')} missing ${step.words}`}
          actions={
            <ButtonLink size="s" to={paths.editActivity(activity.activityId)}>
              Fill them in
            </ButtonLink>
          }
        >
          {missing.map(({ fix }) => fix).join(' ')}
        </Notice>
      )}
      {activity.issues.map(({ code, field, severity, message, fix }) => (
        <Notice key={`${code} ${field}`} tone={severity === 'ERROR' ? 'bad' : 'warn'} title={message}>
          {fix}
        </Notice>
      ))}
    </>
  )
}
