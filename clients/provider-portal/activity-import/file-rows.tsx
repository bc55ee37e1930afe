import { ListFilter } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { ActivityFileRowsQuery as RowsData } from '../../graphql/graphql'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { LoadMore } from '../../shared/ui/load-more'
import { Issues } from '../batch/issues'
import { paths, type RowFilter } from '../paths'
import type { ActivityFileView } from './file-page'
import { rowEffects } from './import-words'

const ActivityFileRowsQuery = graphql(`
  query ActivityFileRows($batchId: ID!, $outcome: RowOutcome, $withIssues: Boolean, $after: String) {
    activityBatch(batchId: $batchId) {
      batchId
      rows(first: 50, after: $after, outcome: $outcome, withIssues: $withIssues) {
        edges {
          cursor
          node {
            rowId
            rowNumber
            outcome
            effect
            activity {
              activityId
              title
            }
            issues {
              code
              severity
              column
              message
              fix
            }
            cells {
              column
              text
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

type FileRow = RowsData['activityBatch']['rows']['edges'][number]['node']

const titleOf = ({ activity, cells }: FileRow) =>
  activity?.title ?? cells.find(({ column }) => /title/i.test(column))?.text ?? 'No title'

const columnsOf = (dryRun: boolean): Column<FileRow>[] => [
  { id: 'number', header: 'Row', align: 'end', cell: ({ rowNumber }) => rowNumber },
  {
    id: 'activity',
    header: 'Activity',
    isRowHeader: true,
    cell: (row) =>
      row.activity && !dryRun ? (
        <Link to={paths.activity(row.activity.activityId)}>{titleOf(row)}</Link>
      ) : (
        <strong>{titleOf(row)}</strong>
      ),
  },
  {
    id: 'effect',
    header: 'Outcome',
    cell: ({ effect }) => (
      <Badge tone={rowEffects[effect].tone}>{dryRun ? rowEffects[effect].dryRun : rowEffects[effect].label}</Badge>
    ),
  },
  { id: 'issues', header: 'What to know or do', grow: true, cell: ({ issues }) => <Issues issues={issues} /> },
]

/** The rows of a file of activities, filtered by what became of them. */
export function FileRows({ batch }: { batch: ActivityFileView }) {
  const { rows } = useRouteQuery(ActivityFileRowsQuery).activityBatch
  const more = useLoadMore(ActivityFileRowsQuery)
  const [search] = useSearchParams()
  const { accepted, warned, rejected, duplicate } = batch.counts
  const filters: { label: string; count: number; filter: RowFilter }[] = [
    { label: 'All', count: accepted + rejected + duplicate, filter: {} },
    { label: 'To correct', count: rejected, filter: { outcome: 'REJECTED' } },
    { label: batch.dryRun ? 'Would be saved' : 'Saved', count: accepted, filter: { outcome: 'ACCEPTED' } },
    { label: 'With a warning', count: warned, filter: { outcome: 'ACCEPTED', withIssues: true } },
    { label: 'As they were', count: duplicate, filter: { outcome: 'DUPLICATE' } },
  ]
  return (
    <Card title="Rows" flush>
      <FilterLinks
        label="Rows by outcome"
        options={filters
          .filter(({ label, count }) => count > 0 || label === 'All')
          .map(({ filter, ...option }) => ({
            ...option,
            to: paths.activityFile(batch.batchId, filter),
            isCurrent:
              (search.get('outcome') ?? undefined) === filter.outcome &&
              search.has('withIssues') === (filter.withIssues ?? false),
          }))}
      />
      <DataTable
        label="Rows"
        columns={columnsOf(batch.dryRun)}
        items={rows.edges.map((edge) => edge.node)}
        keyOf={({ rowId }) => rowId}
        empty={
          <EmptyState icon={ListFilter} title="No row ended that way">
            Choose another outcome above.
          </EmptyState>
        }
      />
      <LoadMore shown={rows.edges.length} noun="row" page={rows.pageInfo} more={more} />
    </Card>
  )
}
