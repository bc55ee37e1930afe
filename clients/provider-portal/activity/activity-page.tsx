import { ArrowLeft } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import { activityStatuses } from '../../shared/credit/words'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { CopyButton } from '../../shared/ui/copy-button'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { LearnersCard } from '../activity-learners/learners-card'
import { paths } from '../paths'
import { ActivityFacts } from './activity-facts'
import { ActivityHistory } from './activity-history'
import { factsOf, formOf } from './form/form-description'
import { formValuesOf } from './form/form-values'
import { MocRegistrations } from './moc-registrations'
import { Standing } from './standing'
import { ActivityActions } from './verb/activity-actions'
import { RepeatDialog } from './verb/repeat-dialog'
import { useActivityVerbs } from './verb/use-activity-verbs'

const ActivityQuery = graphql(`
  query Activity($activityId: ID!) {
    activity(activityId: $activityId) {
      ...ActivityStanding
      ...ActivityValues
      ...ActivityJudgement
      mocRegistrations {
        ...RegistrationFacts
      }
    }
    activityForm {
      ...FormDescription
    }
  }
`)

/** One activity: what is recorded, what it still lacks, what can be done with it, and who changed what. */
export function ActivityPage() {
  const { activity, activityForm } = useRouteQuery(ActivityQuery)
  const verbs = useActivityVerbs()
  const form = formOf(activityForm)
  const facts = factsOf(formValuesOf(activity))
  const status = activityStatuses[activity.status]
  return (
    <Page
      title={activity.title}
      lead={activity.description}
      above={
        <Link to={paths.activities}>
          <ArrowLeft size={14} aria-hidden="true" /> Activities
        </Link>
      }
      actions={<Badge tone={status.tone}>{status.label}</Badge>}
    >
      <div className="row">
        <ActivityActions
          activity={activity}
          verbs={verbs}
          repeat={
            <RepeatDialog
              activityId={activity.activityId}
              title={activity.title}
              boards={activity.mocRegistrations.map(({ board }) => board.code)}
              attestations={form.attestations}
            />
          }
        />
      </div>
      <ProblemNotice problem={verbs.problem} />
      {verbs.answer && !verbs.answer.saved && (
        <Notice tone="bad" urgent title="That cannot be done yet">
          {verbs.answer.issues.map(({ code, field, message, fix }) => (
            <p key={`${code} ${field}`}>
              {message} {fix}
            </p>
          ))}
        </Notice>
      )}
      <Standing activity={activity} />
      <div className="columns">
        <div className="stack">
          <ActivityFacts sections={form.sections} fields={form.fields} facts={facts} />
          <ActivityHistory key={activity.version} activityId={activity.activityId} />
        </div>
        <div className="stack">
          <Card title="Activity ID">
            <div className="row">
              <span className="number">{activity.activityId}</span>
              <CopyButton text={activity.activityId} what="the ID" />
            </div>
            <p className="soft small">Use it in your spreadsheets of learners.</p>
          </Card>
          <LearnersCard activityId={activity.activityId} />
          <MocRegistrations registrations={activity.mocRegistrations} />
        </div>
      </div>
    </Page>
  )
}
