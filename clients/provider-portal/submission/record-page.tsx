import { useApolloClient } from '@apollo/client/react'
import { ArrowLeft } from 'lucide-react'
import { DialogTrigger } from 'react-aria-components'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { SubmittedRecordQuery as SubmittedRecordData } from '../../graphql/graphql'
import { CreditLines } from '../../shared/credit/credit-lines'
import { sources } from '../../shared/credit/words'
import { day, instant } from '../../shared/format/days'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { ReasonDialog } from '../../shared/ui/reason-dialog'
import { Issues } from '../batch/issues'
import { paths } from '../paths'
import { RecordForm } from './record-form'
import { RecordHistory } from './record-history'
import { useRecordVerbs } from './use-record-verbs'

const SubmittedRecordQuery = graphql(`
  query SubmittedRecord($completionId: ID!) {
    submittedRecord(completionId: $completionId) {
      ...RecordFacts
    }
  }
`)

export type SubmittedRecord = SubmittedRecordData['submittedRecord']

/** One record: what it says, its correction, and who said what before. */
export function RecordPage() {
  const { submittedRecord: record } = useRouteQuery(SubmittedRecordQuery)
  const { cache } = useApolloClient()
  const verbs = useRecordVerbs(record)
  const { learner, completion, activity } = record
  const name = learner ? `${learner.givenName} ${learner.familyName}` : 'A learner'
  const [, previous] = record.history
  const canUndo = record.isCorrectable && previous !== undefined && previous.action !== 'VOIDED'
  const loadAgain = () => cache.evict({ id: cache.identify(record) })
  return (
    <Page
      title={name}
      lead={`${activity.title}, completed ${day(record.completedOn)}`}
      above={
        <Link to={paths.submissions}>
          <ArrowLeft size={14} aria-hidden="true" /> Records
        </Link>
      }
      actions={record.isVoided && <Badge tone="bad">Taken back</Badge>}
    >
      <ProblemNotice problem={verbs.problem} />
      {verbs.refused && (
        <Notice tone="bad" urgent title="That version cannot be put back">
          <Issues issues={verbs.refused} />
        </Notice>
      )}
      <div className="columns">
        <div className="stack">
          <Card title="What it says">
            <div className="stack">
              {completion ? (
                <>
                  <CreditLines cme={completion.cme} moc={completion.moc} />
                  <p className="soft small">
                    Recorded {instant(completion.recordedAt)} · {sources[completion.source]} ·{' '}
                    <Link to={paths.activity(activity.activityId)}>{activity.activityId}</Link>
                  </p>
                </>
              ) : (
                <p>Nothing: it was taken back, and nobody but you sees it any more.</p>
              )}
              <div className="row">
                {canUndo && (
                  <Button
                    kind="secondary"
                    isPending={verbs.pending}
                    onPress={() => void verbs.putBack(previous.version)}
                  >
                    Undo the last change
                  </Button>
                )}
                {completion && record.isCorrectable && (
                  <DialogTrigger>
                    <Button kind="secondary" isPending={verbs.pending}>
                      Take back
                    </Button>
                    <ReasonDialog
                      title="Take this record back?"
                      hint="Kept with your name in the record’s history."
                      verb="Take it back"
                      kind="danger"
                      otherwise="Keep it"
                      onReason={(reason) => void verbs.takeBack(reason)}
                    >
                      <p>
                        The credit disappears for the learner and the boards; a board that has accepted points is told.
                        You can undo it.
                      </p>
                    </ReasonDialog>
                  </DialogTrigger>
                )}
              </div>
            </div>
          </Card>
          {!record.isCorrectable && (
            <Notice tone="info" title="Nobody reported this credit">
              It follows from MOC credit that a board has accepted. Correct or take back that record, and this one
              follows.
            </Notice>
          )}
          {completion && record.isCorrectable && (
            <RecordForm key={record.version} record={record} completion={completion} onLoadAgain={loadAgain} />
          )}
        </div>
        <RecordHistory record={record} pending={verbs.pending} onPutBack={(to) => void verbs.putBack(to)} />
      </div>
    </Page>
  )
}
