import { CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { graphql } from '../../graphql'
import type { YearEndPartsFragment, YearStepName } from '../../graphql/graphql'
import { instant } from '../../shared/format/days'
import { useAction } from '../../shared/graph/use-action'
import { Badge } from '../../shared/ui/badge'
import { Button, ButtonLink } from '../../shared/ui/button'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { paths } from '../paths'
import './year-end.css'
import { stepWords } from './year-words'

export const yearEndParts = graphql(`
  fragment YearEndParts on YearEnd {
    year
    deadlineOn
    isEarlier
    daysLeft
    isComplete
    closedAt
    closedBy
    reopenReason
    steps {
      name
      isDone
      total
      done
      doneAt
      doneBy
    }
  }
`)

const AcceptMutation = graphql(`
  mutation AcceptAgreement($year: Int!) {
    acceptAgreement(year: $year) {
      ...YearEndParts
    }
  }
`)

type Step = YearEndPartsFragment['steps'][number]
interface StepProps {
  year: number
  step: Step
}

/** What is done for each step, where it is not a page of its own. */
const actions: Record<YearStepName, (props: StepProps) => ReactNode> = {
  AGREEMENT: (props) => <AcceptAgreement {...props} />,
  ACTIVITIES: () => (
    <ButtonLink size="s" kind="secondary" to={paths.activitiesNeeding('ENDED_NOT_CLOSED')}>
      See what is not closed
    </ButtonLink>
  ),
  ENDURING: () => (
    <ButtonLink size="s" kind="secondary" to={paths.activitiesNeeding('COUNTS_DUE')}>
      See what is not counted
    </ButtonLink>
  ),
  SUMMARY: ({ year }) => (
    <ButtonLink size="s" kind="secondary" to={paths.summary(year)}>
      Fill in the summary
    </ButtonLink>
  ),
  CONTACTS: ({ year }) => (
    <ButtonLink size="s" kind="secondary" to={paths.contacts(year)}>
      See the contacts
    </ButtonLink>
  ),
}

/** The five steps as a list: what each asks for, how far it is, and where to go. */
export function YearSteps({ yearEnd }: { yearEnd: YearEndPartsFragment }) {
  const { year, steps, closedAt } = yearEnd
  return (
    <ol className="year-steps">
      {steps.map((step) => (
        <li key={step.name} className="year-step" data-done={step.isDone || undefined}>
          {step.isDone ? <CircleCheck size={22} aria-hidden="true" /> : <CircleDashed size={22} aria-hidden="true" />}
          <div className="stack" data-gap="s">
            <div className="row">
              <h3>{stepWords[step.name].title}</h3>
              <StepBadge step={step} />
            </div>
            <p className="soft small">{stepWords[step.name].about}</p>
            {step.doneAt && (
              <p className="soft small">
                By {step.doneBy} on {instant(step.doneAt)}
              </p>
            )}
            {!step.isDone && !closedAt && <div>{actions[step.name]({ year, step })}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function StepBadge({ step: { isDone, total, done } }: { step: Step }) {
  if (isDone) return <Badge tone="good">Done</Badge>
  return <Badge tone="warn">{total > 1 ? `${done} of ${total}` : 'Open'}</Badge>
}

function AcceptAgreement({ year }: StepProps) {
  const action = useAction(AcceptMutation)
  return (
    <div className="stack" data-gap="s">
      <ProblemNotice problem={action.problem} />
      <div>
        <Button size="s" isPending={action.pending} onPress={() => action.run({ year })}>
          Accept the agreement for {year}
        </Button>
      </div>
    </div>
  )
}
