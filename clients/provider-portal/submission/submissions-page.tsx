import { ListChecks } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { SubmissionsQuery as SubmissionsData } from '../../graphql/graphql'
import { CreditLines } from '../../shared/credit/credit-lines'
import { sources } from '../../shared/credit/words'
import { day, instant } from '../../shared/format/days'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'

const SubmissionsQuery = graphql(`
  query Submissions($after: String) {
    submissions(first: 25, after: $after) {
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
          }
          moc {
            partId
            points
            status
            reason
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

/** What is on record from this provider, newest first. */
export function SubmissionsPage() {
  const { submissions } = useRouteQuery(SubmissionsQuery)
  const more = useLoadMore(SubmissionsQuery)
  return (
    <Page
      title="Records"
      lead="Every completion you reported that is on record, newest first. A row in review stands here once it is decided. Nobody but you, the learner and the boards concerned sees them."
    >
      <Card flush>
        <DataTable
          label="Records"
          columns={columns}
          items={submissions.edges.map((edge) => edge.node)}
          keyOf={(record) => record.completionId}
          empty={
            <EmptyState
              icon={ListChecks}
              title="No records yet"
              actions={<ButtonLink to={paths.upload}>Upload a file</ButtonLink>}
            >
              Completions appear here as soon as they are recorded.
            </EmptyState>
          }
        />
        {submissions.edges.length > 0 && (
          <LoadMore shown={submissions.edges.length} noun="record" page={submissions.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
