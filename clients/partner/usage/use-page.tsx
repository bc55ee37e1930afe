import { Activity } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { day } from '../../shared/format/days'
import { count } from '../../shared/format/numbers'
import { useResource } from '../../shared/rest/use-resource'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { Page } from '../../shared/ui/page'
import { addresses, paths } from '../paths'
import { UseChart } from './use-chart'
import type { DayOfUse, Use } from './use-data'

const spans = [7, 30, 90]

const columns: Column<DayOfUse>[] = [
  { id: 'day', header: 'Day', isRowHeader: true, oneLine: true, cell: ({ day: on }) => day(on) },
  { id: 'name', header: 'Operation', grow: true, cell: ({ name }) => <Link to={paths.operation(name)}>{name}</Link> },
  { id: 'calls', header: 'Calls', align: 'end', cell: ({ calls }) => count(calls) },
  { id: 'failures', header: 'Failed', align: 'end', cell: ({ failures }) => count(failures) },
  { id: 'mean', header: 'Mean time', align: 'end', oneLine: true, cell: ({ meanMs }) => `${count(meanMs)} ms` },
]

/** How the operations of this account are used, day by day. */
export function UsePage() {
  const [search] = useSearchParams()
  const days = spans.find((span) => String(span) === search.get('days')) ?? 30
  const [{ use }] = useResource<Use>(addresses.use(days))
  return (
    <Page
      title="Use"
      lead="Calls of your programs by day, counted in UTC a few seconds after they were answered. What is tried in the sandbox is not counted."
    >
      <FilterLinks
        label="Days"
        options={spans.map((span) => ({ label: `${span} days`, to: paths.use(span), isCurrent: span === days }))}
      />
      {use.length > 0 && (
        <Card title="Calls">
          <UseChart use={use} days={days} />
        </Card>
      )}
      <Card flush>
        <DataTable
          label="Use by day"
          columns={columns}
          items={use}
          keyOf={({ day: on, name }) => `${on} ${name}`}
          empty={
            <EmptyState icon={Activity} title="No calls in these days">
              Calls appear here when a program runs a registered operation.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  )
}
