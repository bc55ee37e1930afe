import { ShieldCheck } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { QualityQuery as QualityData } from '../../graphql/graphql'
import { plural } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { Stat, StatRow } from '../../shared/ui/stat'
import { paths } from '../paths'
import { DismissHint } from './dismiss-hint'

const QualityQuery = graphql(`
  query Quality($year: Int!, $dismissed: Boolean, $after: String) {
    qualityCounts(year: $year) {
      code
      title
      count
    }
    qualityHints(year: $year, dismissed: $dismissed, first: 25, after: $after) {
      edges {
        cursor
        node {
          code
          title
          advice
          detail
          activityId
          otherId
          dismissedReason
          dismissedBy
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export type Hint = QualityData['qualityHints']['edges'][number]['node']

const columns: Column<Hint>[] = [
  {
    id: 'what',
    header: 'What was found',
    isRowHeader: true,
    grow: true,
    cell: ({ title, detail, advice, dismissedReason, dismissedBy }) => (
      <>
        <strong>{title}</strong>
        <br />
        {detail}
        <br />
        <span className="soft small">
          {dismissedReason ? `Dismissed by ${dismissedBy}: ${dismissedReason}` : advice}
        </span>
      </>
    ),
  },
  {
    id: 'activities',
    header: 'Activity',
    oneLine: true,
    cell: ({ activityId, otherId }) => (
      <span className="number">
        <Link to={paths.activity(activityId)}>{activityId}</Link>
        {otherId && (
          <>
            <br />
            <Link to={paths.activity(otherId)}>{otherId}</Link>
          </>
        )}
      </span>
    ),
  },
  { id: 'dismiss', header: 'Dismiss', plain: true, oneLine: true, cell: (hint) => <DismissHint hint={hint} /> },
]

/** What is probably wrong in the activities of a year. Nothing of it stops anything. */
export function QualityPage() {
  const [search] = useSearchParams()
  const year = Number(search.get('year')) || new Date().getFullYear() - 1
  const dismissed = search.get('dismissed') === 'true'
  const { qualityCounts, qualityHints } = useRouteQuery(QualityQuery, { year, dismissed })
  const more = useLoadMore(QualityQuery, { year, dismissed })
  const found = qualityCounts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Page
      title={`Quality of your data ${year}`}
      lead="What is often entered wrong. Correct it, or say why it is right as it is."
      above={<Link to={paths.yearEnd(year)}>Year end {year}</Link>}
    >
      <FilterLinks
        label="Hints"
        options={[
          { label: 'Open', to: paths.quality(year), isCurrent: !dismissed, count: found },
          { label: 'Dismissed', to: paths.quality(year, true), isCurrent: dismissed },
        ]}
      />
      {!dismissed && found > 0 && (
        <StatRow>
          {qualityCounts
            .filter(({ count }) => count > 0)
            .map(({ code, title, count }) => (
              <Stat key={code} label={title} value={count} note={plural(count, 'hint')} />
            ))}
        </StatRow>
      )}
      <Card flush>
        <DataTable
          label="Hints"
          columns={columns}
          items={qualityHints.edges.map(({ node }) => node)}
          keyOf={({ code, activityId, otherId }) => `${code} ${activityId} ${otherId ?? ''}`}
          empty={
            <EmptyState icon={ShieldCheck} title={dismissed ? 'Nothing is dismissed' : 'Nothing was found'}>
              {dismissed
                ? 'Hints that you dismiss are kept here with the reason.'
                : `The activities of ${year} look right.`}
            </EmptyState>
          }
        />
        {qualityHints.edges.length > 0 && (
          <LoadMore shown={qualityHints.edges.length} noun="hint" page={qualityHints.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
