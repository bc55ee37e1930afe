import { UsersRound } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { LicenseesQuery as LicenseesData } from '../../graphql/graphql'
import { fullName } from '../../shared/credit/words'
import { amount, count } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { lastMonths } from '../../shared/period/period'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { SearchLine } from '../../shared/ui/field'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'

const LicenseesQuery = graphql(`
  query Licensees($search: String, $after: String, $from: Date!, $to: Date!) {
    licensees(first: 25, after: $after, search: $search) {
      edges {
        cursor
        node {
          learnerId
          givenName
          middleName
          familyName
          suffix
          degree
          licenses {
            licenseId
            state
            licenseNumber
          }
          creditSummary(from: $from, to: $to) {
            credits
            completions
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

type Licensee = LicenseesData['licensees']['edges'][number]['node']

const columns: Column<Licensee>[] = [
  {
    id: 'name',
    header: 'Licensee',
    isRowHeader: true,
    grow: true,
    cell: (licensee) => <Link to={paths.licensee(licensee.learnerId)}>{fullName(licensee)}</Link>,
  },
  {
    id: 'licenses',
    header: 'Licenses',
    cell: ({ licenses }) => licenses.map((license) => `${license.state} ${license.licenseNumber}`).join(', '),
  },
  {
    id: 'completions',
    header: 'Completions',
    align: 'end',
    cell: ({ creditSummary }) => count(creditSummary.completions),
  },
  {
    id: 'credits',
    header: 'CME credits, 24 months',
    align: 'end',
    cell: ({ creditSummary }) => amount(creditSummary.credits),
  },
]

/** The board’s licensees, found by name or license number. */
export function LicenseesPage() {
  const period = lastMonths(24)
  const { licensees } = useRouteQuery(LicenseesQuery, period)
  const more = useLoadMore(LicenseesQuery, period)
  const [params, setParams] = useSearchParams()
  return (
    <Page title="Licensees" lead="Physicians with a license of your board.">
      <SearchLine
        label="Search licensees"
        placeholder="Name or license number"
        value={params.get('search') ?? ''}
        onSearch={(search) => setParams(search ? { search } : {}, { replace: true })}
      />
      <Card flush>
        <DataTable
          label="Licensees"
          columns={columns}
          items={licensees.edges.map((edge) => edge.node)}
          keyOf={({ learnerId }) => learnerId}
          empty={
            params.get('search') ? (
              <EmptyState icon={UsersRound} title="No licensee fits">
                {/[\p{L}\p{N}]/u.test(params.get('search') ?? '')
                  ? 'Try fewer letters of the name, or the license number alone.'
                  : 'Type letters of a name, or a license number.'}
              </EmptyState>
            ) : (
              <EmptyState icon={UsersRound} title="No licensee is on file">
                Physicians appear here with the next file of licenses that your board sends.
              </EmptyState>
            )
          }
        />
        {licensees.edges.length > 0 && (
          <LoadMore shown={licensees.edges.length} noun="licensee" page={licensees.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
