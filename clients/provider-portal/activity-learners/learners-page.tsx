import { ArrowLeft, Users } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { ActivityLearnersQuery as LearnersData } from '../../graphql/graphql'
import { count, credits } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Button, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { SearchLine } from '../../shared/ui/field'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { Stat, StatRow } from '../../shared/ui/stat'
import { useFilters } from '../activity/list/use-filters'
import { paths } from '../paths'
import { RecordDownloads } from '../submission/record-downloads'
import { StatusLinks, shownOf } from '../submission/status-links'
import { learnerColumns } from '../submission/submission-columns'

const ActivityLearnersQuery = graphql(`
  query ActivityLearners($activityId: ID!, $text: String, $status: CreditStatus, $after: String) {
    activity(activityId: $activityId) {
      activityId
      title
      mocRegistrations {
        board {
          code
        }
      }
    }
    all: submissionTotals(activityId: $activityId) {
      records
      learners
      credits
      mocAccepted
      mocPending
      mocRejected
    }
    found: submissionTotals(activityId: $activityId, familyName: $text) {
      records
      accepted
      pending
      rejected
    }
    submissions(first: 25, after: $after, activityId: $activityId, familyName: $text, status: $status) {
      edges {
        cursor
        node {
          ...SubmissionLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** Who was reported for one activity, with credit, points and what boards said. */
export function ActivityLearnersPage() {
  const { activity, all, found, submissions } = useRouteQuery(ActivityLearnersQuery)
  const more = useLoadMore(ActivityLearnersQuery)
  const filters = useFilters()
  const [params] = useSearchParams()
  const search = new URLSearchParams(params)
  search.set('activityId', activity.activityId)
  if (search.has('text')) search.set('familyName', search.get('text') ?? '')
  search.delete('text')
  return (
    <Page
      title="Learners"
      lead={activity.title}
      above={
        <Link to={paths.activity(activity.activityId)}>
          <ArrowLeft size={14} aria-hidden="true" /> The activity
        </Link>
      }
      actions={
        <ButtonLink kind="secondary" to={paths.enterLearner(activity.activityId)}>
          Enter a learner
        </ButtonLink>
      }
    >
      <Totals totals={all} hasBoards={activity.mocRegistrations.length > 0} />
      <SearchLine
        key={filters.isEmpty ? 'empty' : 'filled'}
        label="Search learners"
        placeholder="Last name"
        value={filters.get('text') ?? ''}
        onSearch={(text) => filters.set('text', text)}
      />
      <StatusLinks filters={filters} totals={found} />
      <Card flush>
        <RecordDownloads records={shownOf(found, filters.get('status'))} search={search} />
        <DataTable
          label="Learners"
          columns={learnerColumns}
          items={submissions.edges.map((edge) => edge.node)}
          keyOf={(record) => record.completionId}
          empty={
            all.records === 0 ? (
              <EmptyState
                icon={Users}
                title="No learners yet"
                actions={<ButtonLink to={paths.upload}>Upload a file</ButtonLink>}
              >
                Whoever you report for this activity appears here.
              </EmptyState>
            ) : (
              <EmptyState
                icon={Users}
                title="No learner fits"
                actions={
                  <Button kind="secondary" onPress={filters.clear}>
                    Show all
                  </Button>
                }
              >
                Try fewer letters or another status.
              </EmptyState>
            )
          }
        />
        {submissions.edges.length > 0 && (
          <LoadMore shown={submissions.edges.length} noun="record" page={submissions.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}

function Totals({ totals, hasBoards }: { totals: LearnersData['all']; hasBoards: boolean }) {
  return (
    <StatRow>
      <Stat label="Learners" value={count(totals.learners)} />
      <Stat label="Records" value={count(totals.records)} />
      <Stat label="CME credit" value={credits(totals.credits)} />
      {hasBoards && (
        <>
          <Stat label="MOC accepted" value={count(totals.mocAccepted)} />
          <Stat label="MOC waiting" value={count(totals.mocPending)} />
          <Stat label="MOC rejected" value={count(totals.mocRejected)} />
        </>
      )}
    </StatRow>
  )
}
