import { useApolloClient } from '@apollo/client/react'
import { ListFilter } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { BatchRowsQuery as RowsData } from '../../graphql/graphql'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { LoadMore } from '../../shared/ui/load-more'
import { paths, type RowFilter } from '../paths'
import type { BatchView } from './batch-page'
import { leftToCorrect, rowOutcomes, rowWord } from './batch-words'
import { cellOf, dayText, learnerName } from './cells'
import { Issues } from './issues'
import { RowDetails } from './row-details'
import { RowReview } from './row-review'

const BatchRowsQuery = graphql(`
  query BatchRows($batchId: ID!, $outcome: RowOutcome, $withIssues: Boolean, $corrected: Boolean, $after: String) {
    batch(batchId: $batchId) {
      batchId
      rows(first: 50, after: $after, outcome: $outcome, withIssues: $withIssues, corrected: $corrected) {
        edges {
          cursor
          node {
            rowId
            rowNumber
            outcome
            resentIn
            mayRequestReview
            review {
              state
              askedAt
              endedAt
            }
            issues {
              code
              severity
              column
              message
              fix
            }
            completion {
              completionId
              moc {
                partId
                issue {
                  code
                  severity
                  column
                  message
                  fix
                }
              }
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

export type RowView = RowsData['batch']['rows']['edges'][number]['node']

const columnsOf = ({ batchId, dryRun }: BatchView): Column<RowView>[] => [
  { id: 'number', header: 'Row', align: 'end', cell: (row) => row.rowNumber },
  {
    id: 'learner',
    header: 'Learner as submitted',
    isRowHeader: true,
    cell: (row) => (
      <>
        <strong>{learnerName(row)}</strong>
        <br />
        <span className="soft small">
          {[cellOf(row, 'Licensing State'), cellOf(row, 'Licensing ID or NPI')].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  },
  { id: 'activity', header: 'Activity', cell: (row) => cellOf(row, 'ACCME Activity ID') },
  { id: 'completed', header: 'Completed', oneLine: true, cell: (row) => dayText(cellOf(row, 'Completion Date')) },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: ({ outcome }) => {
      const { label, tone } = rowWord(outcome, dryRun)
      return <Badge tone={tone}>{label}</Badge>
    },
  },
  {
    id: 'issues',
    header: 'What to know or do',
    grow: true,
    cell: (row) => (
      <>
        <Issues issues={[...row.issues, ...boardIssues(row)]} />
        {row.completion && boardIssues(row).length > 0 && (
          <Link to={paths.record(row.completion.completionId)}>Correct this record</Link>
        )}
        {row.resentIn && <Link to={paths.batch(row.resentIn)}>Sent again, corrected</Link>}
        <RowReview row={row} batchId={batchId} />
      </>
    ),
  },
]

/** What boards have said of the row’s points since. */
const boardIssues = ({ completion }: RowView) => completion?.moc.flatMap(({ issue }) => (issue ? [issue] : [])) ?? []

const filtersOf = (batch: BatchView): { label: string; count: number; filter: RowFilter }[] => {
  const { counts, dryRun, correction } = batch
  const recorded = rowWord('ACCEPTED', dryRun).label
  const waiting = counts.rejected - leftToCorrect(batch) - correction.corrected
  return [
    { label: 'All', count: counts.accepted + counts.rejected + counts.duplicate + counts.inReview, filter: {} },
    {
      label: rowOutcomes.REJECTED.label,
      count: leftToCorrect(batch) + waiting,
      filter: { outcome: 'REJECTED', ...(correction.corrected > 0 && { corrected: false }) },
    },
    { label: 'Corrected', count: correction.corrected, filter: { outcome: 'REJECTED', corrected: true } },
    { label: recorded, count: counts.accepted, filter: { outcome: 'ACCEPTED' } },
    { label: `${recorded} with a warning`, count: counts.warned, filter: { outcome: 'ACCEPTED', withIssues: true } },
    { label: rowOutcomes.DUPLICATE.label, count: counts.duplicate, filter: { outcome: 'DUPLICATE' } },
    { label: rowOutcomes.IN_REVIEW.label, count: counts.inReview, filter: { outcome: 'IN_REVIEW' } },
  ]
}

/** Asks for the rows again when some of those in review have got their outcome. */
function useFreshRows(inReview: number) {
  const client = useApolloClient()
  const known = useRef(inReview)
  useEffect(() => {
    if (inReview < known.current) void client.refetchQueries({ include: ['BatchRows'] })
    known.current = inReview
  }, [client, inReview])
}

/** The rows of a batch, filtered by what became of them. */
export function BatchRows({ batch }: { batch: BatchView }) {
  const { rows } = useRouteQuery(BatchRowsQuery).batch
  const more = useLoadMore(BatchRowsQuery)
  const [search] = useSearchParams()
  const [openId, setOpenId] = useState<string>()
  const open = rows.edges.find(({ node }) => node.rowId === openId)?.node
  useFreshRows(batch.counts.inReview)
  const actions: Column<RowView> = {
    id: 'details',
    header: 'Details',
    plain: true,
    align: 'end',
    cell: (row) => (
      <Button kind="quiet" size="s" aria-label={`Details of row ${row.rowNumber}`} onPress={() => setOpenId(row.rowId)}>
        Details
      </Button>
    ),
  }
  return (
    <Card title="Rows" flush>
      <FilterLinks
        label="Rows by outcome"
        options={filtersOf(batch)
          .filter(({ label, count }) => count > 0 || label === 'All')
          .map(({ filter, ...option }) => ({
            ...option,
            to: paths.batch(batch.batchId, filter),
            isCurrent:
              (search.get('outcome') ?? undefined) === filter.outcome &&
              search.has('withIssues') === (filter.withIssues ?? false) &&
              (search.get('corrected') === 'true') === (filter.corrected ?? false),
          }))}
      />
      <DataTable
        label="Rows"
        columns={[...columnsOf(batch), actions]}
        items={rows.edges.map((edge) => edge.node)}
        keyOf={(row) => row.rowId}
        empty={
          <EmptyState icon={ListFilter} title="No row ended that way">
            Choose another outcome above.
          </EmptyState>
        }
      />
      <LoadMore shown={rows.edges.length} noun="row" page={rows.pageInfo} more={more} />
      <RowDetails row={open} batch={batch} onClose={() => setOpenId(undefined)} />
    </Card>
  )
}
