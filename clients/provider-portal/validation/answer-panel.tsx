import { CornerDownLeft, UserPlus } from 'lucide-react'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { type Answer, type Said, verdicts } from './answer'
import { fieldLabels } from './learner-form'
import type { LearnerField, Missing } from './typed-learner'
import type { LiveAnswer } from './use-answer'

interface AnswerPanelProps {
  live: LiveAnswer
  missing: readonly Missing[]
  isBegun: boolean
  onGoTo: (field: LearnerField) => void
  onReport: () => void
}

/** What is known of the learner in the form so far, and what to do next. */
export function AnswerPanel({ live: { answer, checking }, missing, isBegun, onGoTo, onReport }: AnswerPanelProps) {
  const isComplete = missing.length === 0
  return (
    <Card title="Answer" actions={isComplete && checking && <span className="soft small">Checking…</span>}>
      <div className="stack">
        <div className="stack answer" aria-live="polite" data-stale={(isComplete && checking) || undefined}>
          {!isBegun && <p className="soft">It appears here as you type.</p>}
          {isBegun && !isComplete && (
            <Notice tone="info" title="Still missing">
              <ul className="answer-missing">
                {missing.map(({ field, name }) => (
                  <li key={field}>{name}</li>
                ))}
              </ul>
            </Notice>
          )}
          {isComplete && answer?.said.map((said) => <SaidNotice key={said.title} said={said} />)}
        </div>
        {isComplete && !checking && answer && <NextStep answer={answer} onGoTo={onGoTo} onReport={onReport} />}
      </div>
    </Card>
  )
}

const tones = { good: 'good', warn: 'warn', bad: 'bad', info: 'info', plain: 'info' } as const

function SaidNotice({ said: { verdict, title, sentences } }: { said: Said }) {
  return (
    <Notice tone={tones[verdicts[verdict].tone]} title={title}>
      {verdict === 'MATCHED' && <p>Credit that is reported with these details finds its physician.</p>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}

function NextStep({ answer, onGoTo, onReport }: { answer: Answer } & Pick<AnswerPanelProps, 'onGoTo' | 'onReport'>) {
  const { verdict, ask } = answer
  if (ask) {
    return (
      <Button onPress={() => onGoTo(ask.field)}>
        <CornerDownLeft size={16} aria-hidden="true" /> Go to: {fieldLabels[ask.field]}
      </Button>
    )
  }
  if (verdict === 'MATCHED') {
    return (
      <Button kind="secondary" onPress={onReport}>
        <UserPlus size={16} aria-hidden="true" /> Report credit for this learner
      </Button>
    )
  }
  if (verdict === 'NOT_FOUND') {
    return (
      <ul className="soft small answer-hints">
        <li>Not on file are residents without a license, and professions other than physicians.</li>
        <li>
          Ask the learner rather than trying birthdays: after a few wrong ones for a physician, the answer stays “Nobody
          fits” for up to 30 days, whatever is typed.
        </li>
      </ul>
    )
  }
  return null
}
