import { skipToken, useApolloClient, useQuery } from '@apollo/client/react'
import { type FormEvent, useState } from 'react'
import { graphql } from '../../graphql'
import { useAction } from '../../shared/graph/use-action'
import { Button, ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CheckLine } from '../../shared/ui/checks'
import { Notice } from '../../shared/ui/notice'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { toast } from '../../shared/ui/toast'
import { Issues } from '../batch/issues'
import { ActivityPicker } from '../learner-entry/activity-picker'
import { type EntryIssue, issuesByField, issuesOfNoField } from '../learner-entry/entry-issues'
import { inputOf, type LearnerDraft, missingFrom } from '../learner-entry/learner-draft'
import { EntryActivityQuery } from '../learner-entry/learner-entry-page'
import { CompletionFields, LearnerFields } from '../learner-entry/learner-fields'
import { MocFields } from '../learner-entry/moc-fields'
import '../learner-entry/learner-entry.css'
import { forgetLists } from './forget-lists'
import { draftOf } from './record-draft'
import type { SubmittedRecord } from './record-page'

const CorrectMutation = graphql(`
  mutation CorrectCompletion($completionId: ID!, $version: Int!, $input: CompletionInput!) {
    correctCompletion(completionId: $completionId, version: $version, input: $input) {
      outcome
      issues {
        code
        severity
        column
        message
        fix
      }
      record {
        ...RecordFacts
      }
    }
  }
`)

interface RecordFormProps {
  record: SubmittedRecord
  completion: NonNullable<SubmittedRecord['completion']>
  onLoadAgain: () => void
}

/** Corrects a record in place: the form in which it would be reported, filled in with what it says. */
export function RecordForm({ record, completion, onLoadAgain }: RecordFormProps) {
  const { cache } = useApolloClient()
  const [draft, setDraft] = useState(() => draftOf(record, completion))
  const [activityId, setActivityId] = useState<string | undefined>(record.activity.activityId)
  const [refused, setRefused] = useState<EntryIssue[]>([])
  const activity = useQuery(EntryActivityQuery, activityId ? { variables: { activityId } } : skipToken).data?.activity
  const correction = useAction(CorrectMutation)
  const input = inputOf(draft, activity)
  const missing = missingFrom(draft, activity)
  const issues = issuesByField(refused)
  const general = issuesOfNoField(refused)

  const change = (part: Partial<LearnerDraft>) => {
    setRefused([])
    setDraft((before) => ({ ...before, ...part }))
  }
  const save = async () => {
    const { completionId, version } = record
    const answer = input && (await correction.run({ completionId, version, input }))?.correctCompletion
    if (!answer) return
    if (answer.outcome === 'REJECTED') return setRefused(answer.issues)
    forgetLists(cache)
    const errors = answer.issues.filter(({ severity }) => severity === 'ERROR')
    if (answer.outcome === 'DUPLICATE') toast('Nothing was changed: that is on record already.')
    else toast(errors.length ? `Corrected in part. ${errors[0]?.message}` : 'Corrected.')
  }
  const reason =
    missing.length > 0
      ? `Fill in what is missing first: ${missing.join(', ')}.`
      : draft.learnerPermission
        ? undefined
        : 'Tick the statement above first.'

  return (
    <Card title="Correct it">
      <form
        className="stack"
        data-gap="l"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (!reason && !correction.pending) void save()
        }}
      >
        {!record.learner && (
          <Notice tone="info" title="Who was it?">
            The record was carried over without the learner’s name and birthday. Fill them in to correct it.
          </Notice>
        )}
        <ActivityPicker
          activity={activity}
          issue={issues.activity}
          onChange={(chosen) => {
            change({ moc: {} })
            setActivityId(chosen)
          }}
        />
        <CompletionFields draft={draft} activity={activity} issues={issues} onChange={change} />
        <LearnerFields draft={draft} issues={issues} onChange={change} />
        <MocFields activity={activity} draft={draft} issues={refused} onChange={change} />
        <CheckLine selected={draft.learnerPermission} onChange={(learnerPermission) => change({ learnerPermission })}>
          The learner has given permission to report this completion and the identifying details to CreditGraph and to
          the boards concerned.
        </CheckLine>
        {general.length > 0 && (
          <Notice tone="bad" urgent title="Not corrected">
            <Issues issues={general} />
          </Notice>
        )}
        <ProblemNotice problem={correction.problem} />
        <div className="row">
          <ReasonedButton id="correct" type="submit" reason={reason} isPending={correction.pending}>
            Save the correction
          </ReasonedButton>
          {correction.problem && (
            <Button kind="secondary" onPress={onLoadAgain}>
              Load the record again
            </Button>
          )}
        </div>
        <p className="soft small">
          What stays the same keeps its board’s decision. Points that change, or that the board has not accepted, go to
          the board again.
        </p>
      </form>
    </Card>
  )
}
