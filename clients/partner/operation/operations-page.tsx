import { FileCode2 } from 'lucide-react'
import { Link } from 'react-router'
import { count, percent } from '../../shared/format/numbers'
import { useResource } from '../../shared/rest/use-resource'
import { AddressLink, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { Page } from '../../shared/ui/page'
import { addresses, paths } from '../paths'
import { byName, type NamedOperation, type Operations } from './operation-data'
import { OperationStanding } from './operation-standing'

const columns: Column<NamedOperation>[] = [
  {
    id: 'name',
    header: 'Operation',
    isRowHeader: true,
    grow: true,
    cell: ({ name, newest }) => (
      <>
        <Link to={paths.operation(name)}>{name}</Link>
        <br />
        <span className="soft small">{newest.kind === 'QUERY' ? 'Query' : 'Mutation'}</span>
      </>
    ),
  },
  { id: 'version', header: 'Newest version', align: 'end', cell: ({ newest }) => newest.version },
  { id: 'cost', header: 'Objects at most', align: 'end', cell: ({ newest }) => count(newest.cost) },
  { id: 'calls', header: 'Calls', align: 'end', cell: ({ calls }) => count(calls) },
  { id: 'failures', header: 'Failed', align: 'end', cell: ({ calls, failures }) => percent(failures, calls) },
  { id: 'standing', header: 'Standing', cell: ({ newest }) => <OperationStanding of={newest} /> },
]

/** Everything that programs of this account may run. */
export function OperationsPage() {
  const [{ operations, daysOfUse }] = useResource<Operations>(addresses.operations)
  const named = byName(operations)
  return (
    <Page
      title="Operations"
      lead={`A program with a key runs what is registered here, and nothing else. Calls are those of the last ${daysOfUse} days.`}
      actions={
        <>
          {named.length > 0 && (
            <>
              <AddressLink kind="secondary" href={addresses.openApi} download>
                OpenAPI document
              </AddressLink>
              <AddressLink kind="secondary" href={addresses.client} download>
                TypeScript client
              </AddressLink>
            </>
          )}
          <ButtonLink to={paths.register}>Register</ButtonLink>
        </>
      }
    >
      <Card flush>
        <DataTable
          label="Operations"
          columns={columns}
          items={named}
          keyOf={({ name }) => name}
          empty={
            <EmptyState
              icon={FileCode2}
              title="Nothing is registered yet"
              actions={<ButtonLink to={paths.register}>Register the first one</ButtonLink>}
            >
              Write what your program asks as a GraphQL operation with a name of its own.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  )
}
