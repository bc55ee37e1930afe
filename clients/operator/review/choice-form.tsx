import { type FormEvent, type ReactNode, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { TextLine } from '../../shared/ui/field'
import { chance, likelihood } from '../compare/likelihood'
import { nameOf } from './candidate-table'
import type { Candidate } from './review-page'
import type { Decision } from './use-decision'

interface ChoiceFormProps {
  candidates: readonly Candidate[]
  picked: string | undefined
  onPick: (key: string) => void
  decision: Decision
}

/** Who is meant: one of the candidates, nobody, or a learner whom matching did not list. */
export function ChoiceForm({ candidates, picked, onPick, decision }: ChoiceFormProps) {
  const [note, setNote] = useState('')
  const [otherId, setOtherId] = useState('')
  const [complaint, setComplaint] = useState<string>()
  const candidate = candidates.find(({ learnerId }) => learnerId === picked)
  const needsSecond = picked === 'other' || candidate?.needsSecond === true
  const decide = (event: FormEvent) => {
    event.preventDefault()
    const missing = missingOf({ picked, note, otherId, needsSecond })
    setComplaint(missing)
    if (!picked || missing) return
    decision.decide({
      learnerId: picked === 'nobody' ? null : picked === 'other' ? otherId.trim() : picked,
      name: candidate ? nameOf(candidate) : picked === 'nobody' ? 'nobody on file' : 'somebody else',
      note: note.trim(),
    })
  }
  return (
    <Card title="Who is it?">
      <form className="stack" noValidate onSubmit={decide}>
        <RadioGroup className="review-choices" aria-label="Who is it?" value={picked ?? null} onChange={onPick}>
          {candidates.map((each, index) => (
            <Choice key={each.learnerId} value={each.learnerId} sign={index < 9 ? String(index + 1) : undefined}>
              <strong>{nameOf(each)}</strong>
              <span className="soft small">{`${likelihood(each.probability)}, ${chance(each.probability)}`}</span>
              {each.needsSecond && <span className="small">Against a rule: a second operator confirms.</span>}
            </Choice>
          ))}
          <Choice value="nobody" sign="0">
            <strong>Nobody on file</strong>
            <span className="soft small">The rows stay rejected.</span>
          </Choice>
          <Choice value="other">
            <strong>Somebody else on file</strong>
            <span className="soft small">By id; a second operator confirms.</span>
          </Choice>
        </RadioGroup>
        {picked === 'other' && <TextLine label="Id of the learner" value={otherId} onChange={setOtherId} />}
        {picked && (
          <TextLine
            label="Note"
            optional={!needsSecond}
            hint={needsSecond ? 'Why, although a rule speaks against it. The second operator reads it.' : undefined}
            value={note}
            onChange={setNote}
            maxLength={500}
          />
        )}
        {complaint && (
          <p role="alert" className="field-error">
            {complaint}
          </p>
        )}
        <Button type="submit" isPending={decision.pending}>
          {needsSecond ? 'Ask a second operator' : 'Decide'} <Key sign="Enter" />
        </Button>
      </form>
    </Card>
  )
}

/** A key of the keyboard as it looks there. */
export const Key = ({ sign }: { sign: string }) => (
  <span className="key" aria-hidden="true">
    {sign}
  </span>
)

function Choice({ value, sign, children }: { value: string; sign?: string; children: ReactNode }) {
  return (
    <Radio value={value} className="review-choice">
      {sign ? <Key sign={sign} /> : <span className="key key-none" aria-hidden="true" />}
      {children}
    </Radio>
  )
}

interface Filled {
  picked: string | undefined
  note: string
  otherId: string
  needsSecond: boolean
}

function missingOf({ picked, note, otherId, needsSecond }: Filled): string | undefined {
  if (!picked) return 'Choose who it is first.'
  if (picked === 'other' && !otherId.trim()) return 'Give the id of the learner.'
  if (needsSecond && !note.trim()) return 'Write a note: the second operator needs to know why.'
  return undefined
}
