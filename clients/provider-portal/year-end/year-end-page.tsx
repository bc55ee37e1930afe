import { CalendarCheck } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { YearEndPartsFragment } from '../../graphql/graphql'
import { day, instant } from '../../shared/format/days'
import { plural } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Button, ButtonLink, ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { FilterLinks } from '../../shared/ui/filter-links'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { Progress } from '../../shared/ui/progress'
import { toast } from '../../shared/ui/toast'
import { paths } from '../paths'
import { Notifications } from './notifications'
import { YearSteps } from './year-steps'
import { daysWords } from './year-words'

const YearEndQuery = graphql(`
  query YearEnd($year: Int) {
    yearEnd(year: $year) {
      ...YearEndParts
    }
    notifications(first: 10) {
      edges {
        cursor
        node {
          ...NotificationParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const CloseYearMutation = graphql(`
  mutation CloseReportingYear($year: Int!) {
    closeReportingYear(year: $year) {
      ...YearEndParts
    }
  }
`)

/** The five steps of a reporting year, with how far each is. */
export function YearEndPage() {
  const { yearEnd, notifications } = useRouteQuery(YearEndQuery)
  const { year, deadlineOn, daysLeft, isEarlier, steps } = yearEnd
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <Page
      title={`Year end ${year}`}
      lead={`Five steps complete the year. They are due on ${day(deadlineOn)}, 23:59 US Central time${isEarlier ? ', the day that your accreditor has set' : ''}.`}
      actions={
        <ButtonLink kind="secondary" to={paths.quality(year)}>
          Check the quality of your data
        </ButtonLink>
      }
    >
      <YearChoice year={year} />
      <Card title={`${done} of ${steps.length} steps done`} note={yearEnd.closedAt ? 'Closed' : daysWords(daysLeft)}>
        <div className="stack">
          <Progress
            label={`Steps of ${year}`}
            value={(done / steps.length) * 100}
            text={`${done} of ${steps.length}`}
          />
          <YearSteps yearEnd={yearEnd} />
          <CloseYear yearEnd={yearEnd} />
        </div>
      </Card>
      <Notifications notifications={notifications.edges.map(({ node }) => node)} />
    </Page>
  )
}

function YearChoice({ year }: { year: number }) {
  const [search] = useSearchParams()
  const present = new Date().getFullYear()
  const years = [...new Set([present, present - 1, present - 2, Number(search.get('year')) || year])].sort(
    (a, b) => b - a,
  )
  return (
    <FilterLinks
      label="Reporting year"
      options={years.map((option) => ({
        label: String(option),
        to: paths.yearEnd(option),
        isCurrent: option === year,
      }))}
    />
  )
}

function CloseYear({ yearEnd }: { yearEnd: YearEndPartsFragment }) {
  const { year, isComplete, closedAt, closedBy, reopenReason, steps } = yearEnd
  const action = useAction(CloseYearMutation)
  if (closedAt) {
    return (
      <Notice tone="good" title={`${year} is closed`}>
        {closedBy} closed it on {instant(closedAt)}. If something has to be changed, ask the operator to reopen it.
      </Notice>
    )
  }
  const open = steps.filter(({ isDone }) => !isDone).length
  const close = async () => {
    if (await action.run({ year })) toast(`${year} is closed. Thank you.`)
  }
  return (
    <div className="stack" data-gap="s">
      {reopenReason && (
        <Notice tone="info" title="The operator has reopened this year">
          {reopenReason}
        </Notice>
      )}
      <ProblemNotice problem={action.problem} />
      {isComplete ? (
        <div>
          <Button onPress={close} isPending={action.pending}>
            <CalendarCheck size={16} aria-hidden="true" /> Close {year}
          </Button>
        </div>
      ) : (
        <ReasonedButton id="close-year" reason={`${plural(open, 'step')} to go`}>
          <CalendarCheck size={16} aria-hidden="true" /> Close {year}
        </ReasonedButton>
      )}
    </div>
  )
}
