import { PartyPopper } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { ReviewsQuery as ReviewsData } from '../../graphql/graphql'
import { useViewer } from '../../shared/app/viewer'
import { ago } from '../../shared/format/days'
import { amount } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { paths, type ReviewFilter, reviewFilterOf } from '../paths'
import { proposerOf } from './case-facts'
import { ReviewFilters } from './review-filters'
import { reviewKinds } from './review-words'

const ReviewsQuery = graphql(`
  query Reviews($state: ReviewState, $kind: ReviewKind, $providerId: ID, $after: String) {
    reviewCounts {
      kind
      open
      proposed
      rows
      credits
    }
    reviewCases(first: 25, after: $after, state: $state, kind: $kind, providerId: $providerId) {
      edges {
        cursor
        node {
          caseId
          kind
          rowCount
          credits
          openedAt
          provider {
            providerId
            name
          }
          claim {
            givenName
            familyName
          }
          history {
            step
            by
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

type Line = ReviewsData['reviewCases']['edges'][number]['node']
export type ReviewCounts = ReviewsData['reviewCounts']

const columns = (filter: ReviewFilter): Column<Line>[] => [
  {
    id: 'learner',
    header: 'Learner as submitted',
    isRowHeader: true,
    cell: ({ caseId, claim }) => (
      <Link to={paths.review(caseId, filter)}>{`${claim.givenName} ${claim.familyName}`}</Link>
    ),
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: ({ kind }) => <Badge tone={reviewKinds[kind].tone}>{reviewKinds[kind].label}</Badge>,
  },
  {
    id: 'provider',
    header: 'Provider',
    grow: true,
    cell: ({ provider }) => (
      <Link to={paths.reviews({ ...filter, providerId: provider.providerId })}>{provider.name}</Link>
    ),
  },
  { id: 'rows', header: 'Rows waiting', align: 'end', cell: ({ rowCount }) => rowCount },
  { id: 'credits', header: 'Credits', align: 'end', cell: ({ credits }) => amount(credits) },
  { id: 'age', header: 'Asked', oneLine: true, cell: ({ openedAt }) => ago(openedAt) },
]

/** Rows of which matching could not say who is meant: what waits for a person, what most depends on it first. */
export function ReviewsPage() {
  const viewer = useViewer()
  const [search] = useSearchParams()
  const filter = reviewFilterOf(search)
  const { reviewCounts, reviewCases } = useRouteQuery(ReviewsQuery)
  const more = useLoadMore(ReviewsQuery)
  const all = reviewCases.edges.map(({ node }) => node)
  // Whoever chose against a rule cannot confirm it, so to that person such a case is nothing to do.
  const waits = filter.state === 'PROPOSED' ? all.filter((line) => proposerOf(line) !== viewer.accountId) : all
  const own = filter.state === 'PROPOSED' ? all.filter((line) => proposerOf(line) === viewer.accountId) : []
  const first = waits[0]
  return (
    <Page
      title="Reviews"
      lead="Rows of which the machine could not say who is meant. You compare and decide; the rows then go on by themselves."
      actions={first && <ButtonLink to={paths.review(first.caseId, filter)}>Begin with the first</ButtonLink>}
    >
      <Card flush>
        <ReviewFilters filter={filter} counts={reviewCounts} provider={all[0]?.provider.name} />
        <DataTable
          label="Reviews"
          columns={columns(filter)}
          items={waits}
          keyOf={({ caseId }) => caseId}
          empty={
            <EmptyState icon={PartyPopper} title="Nothing waits here">
              Rows appear here as soon as a provider asks for a review.
            </EmptyState>
          }
        />
        {all.length > 0 && <LoadMore shown={waits.length} noun="case" page={reviewCases.pageInfo} more={more} />}
      </Card>
      {own.length > 0 && (
        <Notice tone="info" title="Chosen by you, waiting for another operator">
          <ul>
            {own.map(({ caseId, claim }) => (
              <li key={caseId}>
                <Link to={paths.review(caseId, filter)}>{`${claim.givenName} ${claim.familyName}`}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Page>
  )
}
