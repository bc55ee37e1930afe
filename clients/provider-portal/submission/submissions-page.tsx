import { ListChecks } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { BoardStanding, SubmissionsQuery as SubmissionsData } from '../../graphql/graphql'
import { CreditLines } from '../../shared/credit/credit-lines'
import { sources } from '../../shared/credit/words'
import { day, instant } from '../../shared/format/days'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'

const SubmissionsQuery = graphql(`
  query Submissions($standing: BoardStanding, $after: String) {
    submissionCounts {
      waiting
      overdue
      rejected
    }
    submissions(first: 25, after: $after, standing: $standing) {
      edges {
        cursor
        node {
          completionId
          nameAsSubmitted
          completedOn
          source
          recordedAt
          activity {
            activityId
            title
          }
          cme {
            partId
            credits
            status
            followsFrom {
              code
            }
          }
          moc {
            partId
            points
            status
            reason
            isOverdue
            issue {
              code
              fix
            }
            board {
              code
            }
            lines {
              creditType
              label
              points
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type Submission = SubmissionsData['submissions']['edges'][number]['node']

const columns: Column<Submission>[] = [
  {
    id: 'learner',
    header: 'Learner as submitted',
    isRowHeader: true,
    cell: ({ completionId, nameAsSubmitted, source }) => (
      <Link to={paths.record(completionId)}>{nameAsSubmitted ?? sources[source]}</Link>
    ),
  },
  {
    id: 'activity',
    header: 'Activity',
    grow: true,
    cell: ({ activity }) => (
      <>
        <Link to={paths.activity(activity.activityId)}>{activity.title}</Link>
        <br />
        <span className="soft small number">{activity.activityId}</span>
      </>
    ),
  },
  { id: 'completed', header: 'Completed', oneLine: true, cell: ({ completedOn }) => day(completedOn) },
  { id: 'credit', header: 'Credit', cell: ({ cme, moc }) => <CreditLines cme={cme} moc={moc} /> },
  {
    id: 'recorded',
    header: 'Recorded',
    oneLine: true,
    cell: ({ recordedAt, source }) => (
      <>
        {instant(recordedAt)}
        <br />
        <span className="soft small">{sources[source]}</span>
      </>
    ),
  },
]

const standingNames: Record<BoardStanding, string> = {
  WAITING: 'Waiting for a board',
  OVERDUE: 'Waiting too long',
  REJECTED: 'Rejected by boards',
}

/** The records as links by what boards say of them. */
function StandingLinks({ counts }: { counts: SubmissionsData['submissionCounts'] }) {
  const [search] = useSearchParams()
  const chosen = search.get('standing')
  const link = (standing: BoardStanding, count: number) => ({
    label: standingNames[standing],
    to: paths.submissionsWith(standing),
    isCurrent: chosen === standing,
    count,
  })
  return (
    <FilterLinks
      label="Records by what boards say"
      options={[
        { label: 'All', to: paths.submissions, isCurrent: !chosen },
        link('REJECTED', counts.rejected),
        link('WAITING', counts.waiting),
        link('OVERDUE', counts.overdue),
      ]}
    />
  )
}

/** What is on record from this provider, newest first. */
export function SubmissionsPage() {
  const { submissions, submissionCounts } = useRouteQuery(SubmissionsQuery)
  const isPart = useSearchParams()[0].has('standing')
  const more = useLoadMore(SubmissionsQuery)
  return (
    <Page
      title="Records"
      lead="Every completion you reported that is on record, newest first. A row in review stands here once it is decided. Nobody but you, the learner and the boards concerned sees them."
    >
      <StandingLinks counts={submissionCounts} />
      <Card flush>
        <DataTable
          label="Records"
          columns={columns}
          items={submissions.edges.map((edge) => edge.node)}
          keyOf={(record) => record.completionId}
          empty={
            isPart ? (
              <EmptyState icon={ListChecks} title="None">
                No record stands like this.
              </EmptyState>
            ) : (
              <EmptyState
                icon={ListChecks}
                title="No records yet"
                actions={<ButtonLink to={paths.upload}>Upload a file</ButtonLink>}
              >
                Completions appear here as soon as they are recorded.
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
