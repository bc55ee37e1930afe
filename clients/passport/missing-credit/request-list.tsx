import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { CreditRequestLineFragment } from '../../graphql/graphql'
import { askedColumns } from '../../shared/missing-credit/asked-columns'
import { RequestState, requestTitle } from '../../shared/missing-credit/request-line'
import { clockWords } from '../../shared/missing-credit/request-words'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { paths } from '../paths'

const columns: Column<CreditRequestLineFragment>[] = [
  {
    id: 'activity',
    header: 'Activity',
    isRowHeader: true,
    grow: true,
    cell: (request) => (
      <>
        <Link to={paths.creditRequest(request.requestId)}>{requestTitle(request)}</Link>
        <br />
        <span className="soft small">{request.provider.name}</span>
      </>
    ),
  },
  ...askedColumns,
  {
    id: 'state',
    header: 'Where it stands',
    cell: (request) => (
      <>
        <RequestState state={request.state} />
        <br />
        <span className="soft small">{clockWords('The provider', request)}</span>
      </>
    ),
  },
]

interface RequestListProps {
  label: string
  requests: readonly CreditRequestLineFragment[]
  empty: ReactNode
}

/** Requests for missing credit with the clock of each. */
export const RequestList = ({ label, requests, empty }: RequestListProps) => (
  <DataTable label={label} columns={columns} items={requests} keyOf={({ requestId }) => requestId} empty={empty} />
)
