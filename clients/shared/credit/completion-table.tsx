import type { ReactNode } from 'react'
import { graphql } from '../../graphql'
import type { CompletionLineFragment } from '../../graphql/graphql'
import { day } from '../format/days'
import { type Column, DataTable } from '../ui/data-table'
import { CreditLines } from './credit-lines'

export const CompletionLine = graphql(`
  fragment CompletionLine on Completion {
    completionId
    completedOn
    activity {
      activityId
      title
    }
    provider {
      providerId
      name
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
`)

const columns: Column<CompletionLineFragment>[] = [
  {
    id: 'activity',
    header: 'Activity',
    isRowHeader: true,
    grow: true,
    cell: ({ activity, provider }) => (
      <>
        <strong>{activity.title}</strong>
        <br />
        <span className="soft small">{provider.name}</span>
      </>
    ),
  },
  { id: 'completed', header: 'Completed', oneLine: true, cell: ({ completedOn }) => day(completedOn) },
  { id: 'credit', header: 'Credit earned', cell: ({ cme, moc }) => <CreditLines cme={cme} moc={moc} /> },
]

interface CompletionTableProps {
  label: string
  completions: readonly CompletionLineFragment[]
  empty: ReactNode
}

/** Completions as a transcript orders them: activity with its provider, day, and credit line by line. */
export function CompletionTable({ label, completions, empty }: CompletionTableProps) {
  return (
    <DataTable
      label={label}
      columns={columns}
      items={completions}
      keyOf={({ completionId }) => completionId}
      empty={empty}
    />
  )
}
