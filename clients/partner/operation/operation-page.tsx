import { Link, useParams } from 'react-router'
import { NotFoundPage } from '../../shared/app/not-found-page'
import { day, instant } from '../../shared/format/days'
import { count } from '../../shared/format/numbers'
import { useResource } from '../../shared/rest/use-resource'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { Page } from '../../shared/ui/page'
import { addresses, paths } from '../paths'
import { TryCard } from '../try/try-card'
import { UseChart } from '../usage/use-chart'
import type { Use } from '../usage/use-data'
import { EndOperation } from './end-operation'
import { byName, type Operation, type Operations } from './operation-data'
import { OperationStanding } from './operation-standing'

const columns: Column<Operation>[] = [
  {
    id: 'version',
    header: 'Version',
    isRowHeader: true,
    grow: true,
    cell: ({ version, operationId }) => (
      <>
        <strong>{version}</strong>
        <br />
        <span className="soft small code">sha256:{operationId}</span>
      </>
    ),
  },
  { id: 'registered', header: 'Registered', oneLine: true, cell: ({ registeredAt }) => instant(registeredAt) },
  { id: 'cost', header: 'Objects at most', align: 'end', cell: ({ cost }) => count(cost) },
  { id: 'calls', header: 'Calls', align: 'end', cell: ({ calls }) => count(calls) },
  { id: 'failures', header: 'Failed', align: 'end', cell: ({ failures }) => count(failures) },
  {
    id: 'last',
    header: 'Last used',
    oneLine: true,
    cell: ({ lastUsedOn }) => (lastUsedOn ? day(lastUsedOn) : 'Never'),
  },
  { id: 'standing', header: 'Standing', cell: (operation) => <OperationStanding of={operation} /> },
]

/** One operation: its versions, how it is used, and trying it. */
export function OperationPage() {
  const { name = '' } = useParams()
  const [operations, setOperations] = useResource<Operations>(addresses.operations)
  const [{ use }] = useResource<Use>(addresses.use(operations.daysOfUse))
  const named = byName(operations.operations).find((each) => each.name === name)
  if (!named) return <NotFoundPage />
  return (
    <Page
      title={name}
      above={<Link to={paths.operations}>Operations</Link>}
      lead={`Answered at /api/${name} in its newest version, and at /graphql under the hash of each.`}
      actions={<EndOperation of={named} onChange={setOperations} />}
    >
      {!named.newest.withdrawnAt && <TryCard name={name} />}
      {named.calls > 0 && (
        <Card title="Use">
          <UseChart use={use.filter((each) => each.name === name)} days={operations.daysOfUse} />
        </Card>
      )}
      <Card title="Versions" flush>
        <DataTable
          label="Versions"
          columns={columns}
          items={named.versions}
          keyOf={({ operationId }) => operationId}
          empty={null}
        />
      </Card>
    </Page>
  )
}
