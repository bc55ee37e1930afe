import { ListChecks } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Button, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { useFilters } from '../activity/list/use-filters'
import { paths } from '../paths'
import { RecordDownloads } from './record-downloads'
import { StatusLinks, shownOf } from './status-links'
import { submissionColumns } from './submission-columns'
import { SubmissionFilters } from './submission-filters'
import { useCounting, useSubmissionSums } from './use-submission-sums'

const SubmissionsQuery = graphql(`
  query Submissions(
    $text: String
    $status: CreditStatus
    $standing: BoardStanding
    $activityId: ID
    $completedFrom: Date
    $completedTo: Date
    $source: CompletionSource
    $batchId: ID
    $after: String
  ) {
    submissions(
      first: 25
      after: $after
      text: $text
      status: $status
      standing: $standing
      activityId: $activityId
      completedFrom: $completedFrom
      completedTo: $completedTo
      source: $source
      batchId: $batchId
    ) {
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

/** What is on record from this provider, newest first, searched and filtered in the address. */
export function SubmissionsPage() {
  useCounting()
  const { submissions } = useRouteQuery(SubmissionsQuery)
  const { totals, byActivity, problem } = useSubmissionSums()
  const more = useLoadMore(SubmissionsQuery)
  const [search] = useSearchParams()
  const filters = useFilters()
  return (
    <Page
      title="Records"
      lead="Every completion you reported that is on record, newest first. A row in review stands here once it is decided. Nobody but you, the learner and the boards concerned sees them."
    >
      <SubmissionFilters filters={filters} byActivity={byActivity} />
      <StatusLinks filters={filters} totals={totals} countsLater />
      <Card flush>
        <RecordDownloads
          records={submissions.edges.length === 0 ? 0 : totals && shownOf(totals, filters.get('status'))}
          problem={problem}
          search={search}
        />
        <DataTable
          label="Records"
          columns={submissionColumns}
          items={submissions.edges.map((edge) => edge.node)}
          keyOf={(record) => record.completionId}
          empty={
            filters.isEmpty ? (
              <EmptyState
                icon={ListChecks}
                title="No records yet"
                actions={<ButtonLink to={paths.upload}>Upload a file</ButtonLink>}
              >
                Completions appear here as soon as they are recorded.
              </EmptyState>
            ) : (
              <EmptyState
                icon={ListChecks}
                title="No record fits"
                actions={
                  <Button kind="secondary" onPress={filters.clear}>
                    Clear all filters
                  </Button>
                }
              >
                Try fewer letters or fewer filters.
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
