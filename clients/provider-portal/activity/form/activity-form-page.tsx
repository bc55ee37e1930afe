import { ArrowLeft } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { Link } from 'react-router'
import { graphql } from '../../../graphql'
import type { EditActivityQuery as EditData } from '../../../graphql/graphql'
import { activityStatuses } from '../../../shared/credit/words'
import { useRouteQuery } from '../../../shared/graph/use-route-query'
import { Badge } from '../../../shared/ui/badge'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page'
import { ProblemNotice } from '../../../shared/ui/problem-notice'
import { toast } from '../../../shared/ui/toast'
import { paths } from '../../paths'
import { ClashNotice } from '../draft/clash-notice'
import { SaveState } from '../draft/save-state'
import { useActivityVerbs } from '../verb/use-activity-verbs'
import { issueAt } from './field-issues'
import './form.css'
import { askedSections, factsOf, formOf } from './form-description'
import { FormNav } from './form-nav'
import { FormSectionCard } from './form-section-card'
import type { FormValues } from './form-values'
import { NextStep } from './next-step'
import { printValue } from './print-value'
import { useActivityForm } from './use-activity-form'

const EditActivityQuery = graphql(`
  query EditActivity($activityId: ID!) {
    activity(activityId: $activityId) {
      ...ActivityStanding
      ...ActivityValues
      ...ActivityJudgement
    }
    activityForm {
      ...FormDescription
    }
  }
`)

/** The form of one activity: it asks what this kind needs, saves by itself and says what is still missing. */
export function ActivityFormPage() {
  const data = useRouteQuery(EditActivityQuery)
  return <ActivityFormOf key={data.activity.activityId} data={data} />
}

function ActivityFormOf({ data }: { data: EditData }) {
  const { activity } = data
  const form = useMemo(() => formOf(data.activityForm), [data.activityForm])
  const { keeper, values, standing, problem, clashes, clashBy, judgement, setRefused } = useActivityForm(activity)
  const verbs = useActivityVerbs()
  const facts = factsOf(values)
  const sections = askedSections(form.sections, form.fields, facts)
  const fieldNamed = (name: string) => form.fields.find((field) => field.name === name)
  const issues = judgement.issues
  const at = useCallback((path: string) => issueAt(issues, path), [issues])
  const change = useCallback((part: Partial<FormValues>) => keeper.change(part), [keeper])
  const status = activityStatuses[activity.status]

  const move = async (verb: typeof verbs.activate, done: string) => {
    if (!(await keeper.flush())) return
    const answer = await verb({ activityId: activity.activityId, expectedVersion: keeper.state().version })
    if (!answer) return
    setRefused(answer.saved ? undefined : answer)
    if (answer.saved) {
      toast(done, { label: 'Undo', run: () => void verbs.undo({ activityId: activity.activityId }) })
    }
  }
  return (
    <Page
      title={values.title || 'Activity without a title'}
      lead={
        <>
          <Badge tone={status.tone}>{status.label}</Badge> <span className="number">{activity.activityId}</span>
        </>
      }
      above={
        <Link to={paths.activity(activity.activityId)}>
          <ArrowLeft size={14} aria-hidden="true" /> The activity
        </Link>
      }
    >
      <ProblemNotice
        problem={verbs.problem ?? (standing === 'REFUSED' && judgement.issues.length === 0 ? problem : undefined)}
      />
      <ClashNotice
        clashes={clashes}
        by={clashBy}
        labelOf={(name) => fieldNamed(name)?.label ?? name}
        print={(name, value) => printValue(value, fieldNamed(name)?.options)}
        onDecide={(field, keep) => keeper.decide(field, keep)}
      />
      <div className="columns">
        <form className="stack" data-gap="l" noValidate onSubmit={(event) => event.preventDefault()}>
          {sections.map((section) => (
            <FormSectionCard
              key={section.id}
              section={section}
              facts={facts}
              values={values}
              issueAt={at}
              onChange={change}
              form={form}
            />
          ))}
        </form>
        <div className="form-side">
          <Card>
            <div className="stack" data-gap="s">
              <SaveState standing={standing} />
              <FormNav sections={sections} facts={facts} issueAt={at} />
            </div>
          </Card>
          <NextStep
            key={activity.status}
            status={activity.status}
            judgement={judgement}
            pending={verbs.pending}
            onActivate={() => void move(verbs.activate, 'Active: learners can be reported.')}
            onClose={() => void move(verbs.close, 'Closed.')}
          />
        </div>
      </div>
    </Page>
  )
}
