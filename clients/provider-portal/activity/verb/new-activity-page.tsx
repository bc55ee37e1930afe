import { ArrowLeft } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ActivityFormat } from '../../../graphql/graphql'
import { activityFormats } from '../../../shared/credit/words'
import { ReasonedButton } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { TextLine } from '../../../shared/ui/field'
import { Page } from '../../../shared/ui/page'
import { ProblemNotice } from '../../../shared/ui/problem-notice'
import { SelectField } from '../../../shared/ui/select-field'
import { paths } from '../../paths'
import { issueAt } from '../form/field-issues'
import { useActivityVerbs } from './use-activity-verbs'

const formats = (Object.keys(activityFormats) as ActivityFormat[]).map((id) => ({ id, label: activityFormats[id] }))

/** Starts a draft with the little that it needs; everything else is asked by its form. */
export function NewActivityPage() {
  const navigate = useNavigate()
  const verbs = useActivityVerbs()
  const [title, setTitle] = useState('')
  const [activityFormat, setFormat] = useState<ActivityFormat>()
  const start = async () => {
    const answer = await verbs.start({ title: title.trim(), activityFormat })
    if (answer?.saved && answer.activity)
      await navigate(paths.editActivity(answer.activity.activityId), { replace: true })
  }
  const reason = title.trim() === '' ? 'Give it a title first; it can be changed later.' : undefined
  return (
    <Page
      title="New activity"
      lead="A title is enough for a draft. The form then asks only what this kind of activity needs, and saves by itself."
      above={
        <Link to={paths.activities}>
          <ArrowLeft size={14} aria-hidden="true" /> Activities
        </Link>
      }
    >
      <div className="reading">
        <Card>
          <form
            className="stack"
            noValidate
            onSubmit={(event: FormEvent) => {
              event.preventDefault()
              if (!reason && !verbs.pending) void start()
            }}
          >
            <TextLine
              label="Title"
              maxLength={250}
              value={title}
              onChange={setTitle}
              issue={issueAt(verbs.answer?.issues ?? [], 'title')}
            />
            <SelectField
              label="Format"
              optional
              hint="It decides what is asked."
              options={formats}
              value={activityFormat}
              onChange={setFormat}
            />
            <ProblemNotice problem={verbs.problem} />
            <ReasonedButton id="start" type="submit" reason={reason} isPending={verbs.pending}>
              Start the draft
            </ReasonedButton>
          </form>
        </Card>
      </div>
    </Page>
  )
}
