import { useApolloClient } from '@apollo/client/react'
import { FileSpreadsheet } from 'lucide-react'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { count } from '../../shared/format/numbers'
import { Button, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { handOver } from '../learner-entry/handed-over'
import { paths } from '../paths'
import { AnswerPanel } from './answer-panel'
import { checkLearners, maxLearners } from './check-learners'
import { CheckedList } from './checked-list'
import { LearnerForm } from './learner-form'
import {
  isBegun,
  type LearnerField,
  learnerAfter,
  learnerFields,
  missingFrom,
  noLearner,
  stateOf,
  type TypedLearner,
  tidied,
} from './typed-learner'
import { useAnswer } from './use-answer'
import { usePastedTable } from './use-pasted-table'
import './validation.css'
import { type Checked, useVisit, visiting } from './visit'

/** Says of learners, as they are typed or pasted, whether credit would find its physician. Nothing is recorded. */
export function ValidatePage() {
  const client = useApolloClient()
  const navigate = useNavigate()
  const { draft, turn, correcting, checked } = useVisit()
  const live = useAnswer(draft, turn)
  const missing = missingFrom(draft)
  const form = useRef<HTMLFormElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [tooMany, setTooMany] = useState<number>()
  const [goingTo, setGoingTo] = useState<LearnerField>()

  // The field may have to come into sight first, behind its button or with another learner.
  useEffect(() => {
    if (!goingTo) return
    form.current?.querySelector<HTMLElement>(`[data-field=${goingTo}] :is(input, button)`)?.focus()
    setGoingTo(undefined)
  }, [goingTo])

  const ask = useCallback(
    async (asked: readonly { checkedId: number; learner: TypedLearner }[]) => {
      const answers = await checkLearners(
        client,
        asked.map(({ learner }) => learner),
      )
      visiting.answer(new Map(asked.map(({ checkedId }, index) => [checkedId, { answer: answers[index] }])))
    },
    [client],
  )
  const next = () => {
    const answer = live.checking || live.answer?.verdict === 'FAILED' ? undefined : live.answer
    const learner = tidied(draft)
    const checkedId = correcting ?? visiting.note([learner])[0]?.checkedId
    if (checkedId === undefined) return
    visiting.answer(new Map([[checkedId, { learner, answer }]]))
    if (!answer) void ask([{ checkedId, learner }])
    visiting.begin(learnerAfter(draft))
    setGoingTo('givenName')
  }
  const isIn = (field: LearnerField) => document.activeElement?.closest(`[data-field=${field}]`) !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [first] = missing
    const asked = live.checking ? undefined : live.answer?.ask
    if (first) return setGoingTo(first.field)
    if (asked && !isIn(asked.field)) return setGoingTo(asked.field)
    next()
  }
  usePastedTable((learners) => {
    const [only] = learners
    setTooMany(learners.length > maxLearners ? learners.length : undefined)
    if (learners.length > maxLearners || !only) return
    if (learners.length === 1) {
      visiting.begin({ ...only, licensingState: only.licensingState || draft.licensingState })
      return setGoingTo('givenName')
    }
    list.current?.focus()
    void ask(visiting.note(learners))
  })

  const report = useCallback(
    ({ learner }: Pick<Checked, 'learner'>) => {
      const { givenName, familyName, birthday, licensingState, licenseOrNpi } = learner
      handOver({ givenName, familyName, birthday, licensingState: stateOf(licensingState), licenseOrNpi })
      void navigate(paths.enterLearner())
    },
    [navigate],
  )
  const correct = useCallback((each: Checked) => {
    visiting.correct(each)
    setGoingTo(fieldToCorrect(each))
  }, [])

  return (
    <Page
      title="Validate learners"
      lead="Whether credit would find its physician, before you report any. Nothing is recorded."
      actions={
        <ButtonLink kind="secondary" to={paths.validateFile}>
          <FileSpreadsheet size={16} aria-hidden="true" /> Check a file
        </ButtonLink>
      }
    >
      <form ref={form} className="columns" noValidate onSubmit={submit}>
        <Card>
          <div className="stack" data-gap="l">
            <LearnerForm
              draft={draft}
              answer={missing.length === 0 ? live.answer : undefined}
              onChange={visiting.type}
            />
            <div className="row">
              <Button type="submit">{correcting === undefined ? 'Next learner' : 'Keep the correction'}</Button>
              {isBegun(draft) && (
                <Button
                  kind="secondary"
                  onPress={() => {
                    visiting.begin(noLearner)
                    setGoingTo('givenName')
                  }}
                >
                  Clear
                </Button>
              )}
              <span className="soft small">
                <kbd>Enter</kbd> goes on.
              </span>
            </div>
          </div>
        </Card>
        <div className="answer-side">
          <AnswerPanel
            live={live}
            missing={missing}
            isBegun={isBegun(draft)}
            onGoTo={setGoingTo}
            onReport={() => {
              next()
              report({ learner: draft })
            }}
          />
        </div>
      </form>
      {tooMany !== undefined && (
        <Notice
          tone="bad"
          urgent
          title={`${count(tooMany)} rows are too many to paste`}
          actions={<ButtonLink to={paths.validateFile}>Check a file</ButtonLink>}
        >
          Paste at most {count(maxLearners)} at once, or save them as a file and send that. Nothing was checked.
        </Notice>
      )}
      <section ref={list} className="checked" tabIndex={-1} aria-label="Checked in this visit">
        <CheckedList checked={checked} onCorrect={correct} onReport={report} onAgain={ask} />
      </section>
    </Page>
  )
}

/** Where the correction of a learner begins: at what is asked for, missing or wrong. */
const fieldToCorrect = ({ learner, answer }: Checked) =>
  answer?.ask?.field ??
  missingFrom(learner)[0]?.field ??
  learnerFields.find((field) => answer?.marks[field]) ??
  'givenName'
