import { skipToken, useQuery } from '@apollo/client/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import { useAction } from '../../shared/graph/use-action'
import { Badge } from '../../shared/ui/badge'
import { ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CheckLine } from '../../shared/ui/checks'
import { TextLine } from '../../shared/ui/field'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { rowOutcomes } from '../batch/batch-words'
import { paths } from '../paths'
import { ActivityPicker } from './activity-picker'
import { issuesByField, issuesByLabel, type Outcome } from './entry-issues'
import { forgetHandedOver, handedOver } from './handed-over'
import { emptyDraft, inputOf, type LearnerDraft, missingFrom, nextDraft } from './learner-draft'
import './learner-entry.css'
import { CompletionFields, LearnerFields } from './learner-fields'
import { MocFields } from './moc-fields'
import { RemsFields, useRemsLabels } from './rems-fields'
import { TrySubmissionMutation, useDryRun } from './use-dry-run'
import { Verdict } from './verdict'

export const EntryActivityQuery = graphql(`
  query EntryActivity($activityId: ID!) {
    activity(activityId: $activityId) {
      activityId
      title
      startsOn
      endsOn
      credits
      rems {
        type
      }
      mocRegistrations {
        points
        creditTypes
        board {
          code
          name
          needsBoardId
          reportHint
        }
      }
    }
  }
`)

interface Entered {
  name: string
  outcome: Outcome['outcome']
  batchId: string | undefined
}

/** Reports one learner, and says while one types what would become of it. */
export function LearnerEntryPage() {
  const [search, setSearch] = useSearchParams()
  const activityId = search.get('activityId')
  const activity = useQuery(EntryActivityQuery, activityId ? { variables: { activityId } } : skipToken).data?.activity
  const [draft, setDraft] = useState(() => ({ ...emptyDraft, ...handedOver() }))
  useEffect(forgetHandedOver, [])
  const [entered, setEntered] = useState<Entered[]>([])
  const [refused, setRefused] = useState<Outcome>()
  const fields = useRef<HTMLDivElement>(null)
  const missing = missingFrom(draft, activity)
  const input = inputOf(draft, activity)
  const dryRun = useDryRun(input)
  const submission = useAction(TrySubmissionMutation)
  const said = (refused ?? dryRun.outcome)?.issues ?? []
  const issues = issuesByField(said)
  const remsLabels = useRemsLabels()

  const change = (part: Partial<LearnerDraft>) => {
    setRefused(undefined)
    setDraft((before) => ({ ...before, ...part }))
  }
  const submit = async () => {
    const result = input && (await submission.run({ input, dryRun: false }))?.submitCompletion
    if (!result) return
    if (result.row.outcome === 'REJECTED') return setRefused(result.row)
    const name = `${draft.givenName} ${draft.familyName}`
    setEntered((before) => [{ name, outcome: result.row.outcome, batchId: result.batch?.batchId }, ...before])
    setDraft(nextDraft(draft))
    fields.current?.querySelector('input')?.focus()
  }
  const reason =
    missing.length > 0
      ? 'Fill in what is missing first.'
      : draft.learnerPermission
        ? undefined
        : 'Tick the statement above first.'

  return (
    <Page
      title="Enter a learner"
      lead="One completion at a time. What you type is checked at once; nothing is recorded until you submit it."
    >
      <form
        className="columns"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (!reason && !submission.pending) void submit()
        }}
      >
        <Card>
          <div className="stack" data-gap="l">
            <ActivityPicker
              activity={activity}
              issue={issues.activity}
              onChange={(chosen) => {
                change({ credits: undefined, moc: {}, rems: undefined })
                setSearch(chosen ? { activityId: chosen } : {}, { replace: true })
              }}
            />
            <CompletionFields draft={draft} activity={activity} issues={issues} onChange={change} />
            <div ref={fields}>
              <LearnerFields draft={draft} issues={issues} onChange={change} />
            </div>
            <MocFields activity={activity} draft={draft} issues={said} onChange={change} />
            {activity?.rems && <RemsFields rems={draft.rems} issues={issuesByLabel(said)} onChange={change} />}
            <details className="entry-more">
              <summary>Your own ID of the credit</summary>
              <TextLine
                label="Credit ID"
                hint="Such as ccid:acme:2026-77; it stands for this credit alone."
                optional
                maxLength={300}
                value={draft.creditId}
                onChange={(creditId) => change({ creditId })}
                issue={issues.creditId}
              />
            </details>
            <CheckLine
              selected={draft.learnerPermission}
              onChange={(learnerPermission) => change({ learnerPermission })}
            >
              The learner has given permission to report this completion and the identifying details to CreditGraph and
              to the boards concerned.
            </CheckLine>
            <ProblemNotice problem={submission.problem} />
            <ReasonedButton id="submit" type="submit" reason={reason} isPending={submission.pending}>
              Submit
            </ReasonedButton>
          </div>
        </Card>
        <div className="stack entry-side">
          <Verdict missing={missing} dryRun={dryRun} remsLabels={remsLabels} />
          <EnteredList entered={entered} />
        </div>
      </form>
    </Page>
  )
}

function EnteredList({ entered }: { entered: readonly Entered[] }) {
  return (
    <div role="status">
      {entered.length > 0 && (
        <Card title="Entered just now">
          <ul className="stack" data-gap="s">
            {entered.map(({ name, outcome, batchId }) => (
              <li key={batchId ?? name} className="row" data-apart>
                {batchId ? <Link to={paths.batch(batchId)}>{name}</Link> : name}
                <Badge tone={rowOutcomes[outcome].tone}>{rowOutcomes[outcome].label}</Badge>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
