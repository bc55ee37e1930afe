import { ArrowLeft, FileSpreadsheet } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { ActivityFilesQuery as FilesData } from '../../graphql/graphql'
import { instant } from '../../shared/format/days'
import { count } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { batchStates } from '../batch/batch-words'
import { paths } from '../paths'

const ActivityFilesQuery = graphql(`
  query ActivityFiles($after: String) {
    activityBatches(first: 25, after: $after) {
      edges {
        cursor
        node {
          batchId
          fileName
          state
          dryRun
          needsConfirmation
          totalRows
          createdAt
          counts {
            accepted
            rejected
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

type FileLine = FilesData['activityBatches']['edges'][number]['node']

const columns: Column<FileLine>[] = [
  {
    id: 'name',
    header: 'File',
    isRowHeader: true,
    grow: true,
    cell: ({ batchId, fileName, dryRun }) => (
      <>
        <Link to={paths.activityFile(batchId)}>{fileName ?? 'A file'}</Link>
        {dryRun && <span className="soft"> · dry run</span>}
      </>
    ),
  },
  { id: 'sent', header: 'Sent', oneLine: true, cell: ({ createdAt }) => instant(createdAt) },
  {
    id: 'state',
    header: 'State',
    cell: ({ state, needsConfirmation }) => (
      <Badge tone={needsConfirmation ? 'warn' : batchStates[state].tone}>
        {needsConfirmation ? 'Columns to confirm' : batchStates[state].label}
      </Badge>
    ),
  },
  { id: 'rows', header: 'Rows', align: 'end', cell: ({ totalRows }) => (totalRows ? count(totalRows) : '–') },
  { id: 'saved', header: 'Saved', align: 'end', cell: ({ counts, dryRun }) => (dryRun ? '–' : count(counts.accepted)) },
  { id: 'rejected', header: 'To correct', align: 'end', cell: ({ counts }) => count(counts.rejected) },
]

/** Every file of activities that was sent, the newest first. */
export function ActivityFilesPage() {
  const { activityBatches } = useRouteQuery(ActivityFilesQuery)
  const more = useLoadMore(ActivityFilesQuery)
  const start = <ButtonLink to={paths.importActivities}>Import a file</ButtonLink>
  return (
    <Page
      title="Files of activities"
      lead="Every file you sent, with what became of each row."
      actions={start}
      above={
        <Link to={paths.activities}>
          <ArrowLeft size={14} aria-hidden="true" /> Activities
        </Link>
      }
    >
      <Card flush>
        <DataTable
          label="Files"
          columns={columns}
          items={activityBatches.edges.map(({ node }) => node)}
          keyOf={({ batchId }) => batchId}
          empty={
            <EmptyState icon={FileSpreadsheet} title="No file was sent yet" actions={start}>
              Send the activities you have in a spreadsheet; you see what its columns are taken for first.
            </EmptyState>
          }
        />
        {activityBatches.edges.length > 0 && (
          <LoadMore shown={activityBatches.edges.length} noun="file" page={activityBatches.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
