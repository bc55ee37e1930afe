import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { BatchLineFragment } from '../../graphql/graphql'
import { instant } from '../../shared/format/days'
import { count } from '../../shared/format/numbers'
import { Badge } from '../../shared/ui/badge'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { paths } from '../paths'
import { batchName, batchStates, columnsToConfirm, leftToCorrect, sentBefore } from './batch-words'

export const BatchLine = graphql(`
  fragment BatchLine on Batch {
    batchId
    source
    fileName
    state
    dryRun
    needsConfirmation
    totalRows
    createdAt
    duplicateOf {
      batchId
    }
    counts {
      accepted
      warned
      rejected
      duplicate
      inReview
    }
    correction {
      toCorrect
      corrected
    }
  }
`)

function wordOf({ state, duplicateOf, needsConfirmation }: BatchLineFragment) {
  if (needsConfirmation) return columnsToConfirm
  return duplicateOf ? sentBefore : batchStates[state]
}

const columns: Column<BatchLineFragment>[] = [
  {
    id: 'name',
    header: 'Batch',
    isRowHeader: true,
    grow: true,
    cell: (batch) => (
      <>
        <Link to={paths.batch(batch.batchId)}>{batchName(batch)}</Link>
        {batch.dryRun && <span className="soft"> · dry run</span>}
      </>
    ),
  },
  { id: 'received', header: 'Received', oneLine: true, cell: (batch) => instant(batch.createdAt) },
  {
    id: 'state',
    header: 'State',
    cell: (batch) => {
      const { label, tone } = wordOf(batch)
      return <Badge tone={tone}>{label}</Badge>
    },
  },
  {
    id: 'rows',
    header: 'Rows',
    align: 'end',
    cell: ({ totalRows }) => (totalRows === null || totalRows === undefined ? '–' : count(totalRows)),
  },
  {
    id: 'accepted',
    header: 'Recorded',
    align: 'end',
    cell: ({ counts, dryRun }) => (dryRun ? '–' : count(counts.accepted)),
  },
  {
    id: 'rejected',
    header: 'To correct',
    align: 'end',
    cell: (batch) =>
      leftToCorrect(batch) > 0 ? (
        <Link
          to={paths.batch(batch.batchId, {
            outcome: 'REJECTED',
            ...(batch.correction.corrected > 0 && { corrected: false }),
          })}
        >
          {count(leftToCorrect(batch))}
        </Link>
      ) : (
        '0'
      ),
  },
  {
    id: 'inReview',
    header: 'In review',
    align: 'end',
    cell: ({ batchId, counts }) =>
      counts.inReview > 0 ? (
        <Link to={paths.batch(batchId, { outcome: 'IN_REVIEW' })}>{count(counts.inReview)}</Link>
      ) : (
        '0'
      ),
  },
]

/** Batches with what became of their rows. */
export function BatchTable({ batches, empty }: { batches: readonly BatchLineFragment[]; empty: ReactNode }) {
  return <DataTable label="Batches" columns={columns} items={batches} keyOf={(batch) => batch.batchId} empty={empty} />
}
