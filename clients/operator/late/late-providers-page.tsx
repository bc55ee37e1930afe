import { CalendarCheck } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { ProviderYearsQuery as ProviderYearsData } from '../../graphql/graphql'
import { day } from '../../shared/format/days'
import { plural } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import { ReopenYear } from './reopen-year'

const ProviderYearsQuery = graphql(`
  query ProviderYears($year: Int!, $lateOnly: Boolean, $after: String) {
    providerYears(year: $year, lateOnly: $lateOnly, first: 25, after: $after) {
      edges {
        cursor
        node {
          provider {
            providerId
            name
          }
          deadlineOn
          daysLate
          isComplete
          closedAt
          steps {
            name
            isDone
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

export type ProviderYear = ProviderYearsData['providerYears']['edges'][number]['node']

const columns = (year: number): Column<ProviderYear>[] => [
  {
    id: 'provider',
    header: 'Provider',
    isRowHeader: true,
    grow: true,
    cell: ({ provider }) => (
      <>
        <strong>{provider.name}</strong>
        <br />
        <span className="soft small number">{provider.providerId}</span>
      </>
    ),
  },
  { id: 'deadline', header: 'Due', oneLine: true, cell: ({ deadlineOn }) => day(deadlineOn) },
  {
    id: 'late',
    header: 'Standing',
    oneLine: true,
    cell: (providerYear) => <Standing providerYear={providerYear} />,
  },
  {
    id: 'steps',
    header: 'Steps done',
    align: 'end',
    cell: ({ steps }) => `${steps.filter(({ isDone }) => isDone).length} of ${steps.length}`,
  },
  {
    id: 'reopen',
    header: 'Reopen',
    plain: true,
    oneLine: true,
    cell: (providerYear) => <ReopenYear year={year} providerYear={providerYear} />,
  },
]

/** Which providers have not closed their year, and how far each is. */
export function LateProvidersPage() {
  const [search] = useSearchParams()
  const year = Number(search.get('year')) || new Date().getFullYear() - 1
  const lateOnly = search.get('lateOnly') !== 'false'
  const { providerYears } = useRouteQuery(ProviderYearsQuery, { year, lateOnly })
  const more = useLoadMore(ProviderYearsQuery, { year, lateOnly })
  return (
    <Page
      title={lateOnly ? 'Late providers' : 'All providers'}
      lead={`How far each provider is with its report for ${year}. Late is whose deadline has passed while the year is not closed.`}
    >
      <FilterLinks
        label="Reporting year"
        options={[year + 1, year, year - 1]
          .filter((option) => option <= new Date().getFullYear())
          .map((option) => ({
            label: String(option),
            to: paths.providerYears(option, lateOnly),
            isCurrent: option === year,
          }))}
      />
      <FilterLinks
        label="Providers"
        options={[
          { label: 'Late', to: paths.providerYears(year, true), isCurrent: lateOnly },
          { label: 'All', to: paths.providerYears(year, false), isCurrent: !lateOnly },
        ]}
      />
      <Card flush>
        <DataTable
          label="Providers"
          columns={columns(year)}
          items={providerYears.edges.map(({ node }) => node)}
          keyOf={({ provider }) => provider.providerId}
          empty={
            <EmptyState icon={CalendarCheck} title="Nobody is late">
              Every provider has closed {year}, or has time left.
            </EmptyState>
          }
        />
        {providerYears.edges.length > 0 && (
          <LoadMore shown={providerYears.edges.length} noun="provider" page={providerYears.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}

function Standing({ providerYear: { closedAt, daysLate, isComplete } }: { providerYear: ProviderYear }) {
  if (closedAt) return <Badge tone="good">Closed</Badge>
  if (daysLate > 0) return <Badge tone="bad">{`${plural(daysLate, 'day')} late`}</Badge>
  return <Badge tone={isComplete ? 'good' : 'plain'}>{isComplete ? 'Complete' : 'In time'}</Badge>
}
