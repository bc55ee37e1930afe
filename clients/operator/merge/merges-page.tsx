import { UsersRound } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { MergeStatus, MergesQuery as MergesData } from '../../graphql/graphql'
import { useViewer, type Viewer } from '../../shared/app/viewer'
import { fullName } from '../../shared/credit/words'
import { instant } from '../../shared/format/days'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { accountName } from '../compare/account-name'
import { chance, likelihood } from '../compare/likelihood'
import { paths } from '../paths'
import { decisionWords, mergeStatuses } from './merge-words'

const MergesQuery = graphql(`
  query Merges($status: MergeStatus, $after: String) {
    mergeProposals(first: 25, after: $after, status: $status) {
      edges {
        cursor
        node {
          proposalId
          status
          probability
          merged {
            learnerId
            givenName
            middleName
            familyName
            suffix
            degree
          }
          survivor {
            learnerId
            givenName
            middleName
            familyName
            suffix
            degree
          }
          decisions {
            decision
            decidedBy
            decidedAt
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

type Merge = MergesData['mergeProposals']['edges'][number]['node']

const columns = (viewer: Viewer): Column<Merge>[] => [
  {
    id: 'pair',
    header: 'Learners',
    isRowHeader: true,
    grow: true,
    cell: ({ proposalId, merged, survivor }) => (
      <Link to={paths.merge(proposalId)}>
        {fullName(merged)} and {fullName(survivor)}
      </Link>
    ),
  },
  {
    id: 'probability',
    header: 'One person?',
    cell: ({ probability }) =>
      typeof probability === 'number' ? (
        `${likelihood(probability)}, ${chance(probability)}`
      ) : (
        <span className="soft">Proposed by hand</span>
      ),
  },
  {
    id: 'status',
    header: 'Standing',
    cell: ({ status }) => <Badge tone={mergeStatuses[status].tone}>{mergeStatuses[status].label}</Badge>,
  },
  {
    id: 'last',
    header: 'Last answer',
    cell: ({ decisions }) => {
      const last = decisions.at(-1)
      return (
        last && (
          <>
            {accountName(last.decidedBy, viewer)} {decisionWords[last.decision]}
            <br />
            <span className="soft small">{instant(last.decidedAt)}</span>
          </>
        )
      )
    },
  },
]

const filters: readonly { label: string; status?: MergeStatus }[] = [
  { label: 'All' },
  { label: 'Waiting for a second person', status: 'PROPOSED' },
  { label: 'Found alike', status: 'SUGGESTED' },
  { label: 'Merged', status: 'APPROVED' },
  { label: 'Two people', status: 'REJECTED' },
  { label: 'Taken back', status: 'UNMERGED' },
]

/** Learners who may be one person, or were found to be: what waits, and what was decided. */
export function MergesPage() {
  const viewer = useViewer()
  const [search] = useSearchParams()
  const { mergeProposals } = useRouteQuery(MergesQuery)
  const more = useLoadMore(MergesQuery)
  const chosen = search.get('status') ?? undefined
  return (
    <Page
      title="Merges"
      lead="Learners on file twice. One operator proposes a merge, another one approves it, and it can be taken back at any time."
      actions={<ButtonLink to={paths.newMerge()}>Propose a merge</ButtonLink>}
    >
      <Card flush>
        <FilterLinks
          label="Merges by standing"
          options={filters.map(({ label, status }) => ({
            label,
            to: paths.merges(status),
            isCurrent: status === chosen,
          }))}
        />
        <DataTable
          label="Merges"
          columns={columns(viewer)}
          items={mergeProposals.edges.map(({ node }) => node)}
          keyOf={({ proposalId }) => proposalId}
          empty={
            <EmptyState icon={UsersRound} title="None here">
              {chosen
                ? 'Choose another standing above, or propose a merge by hand.'
                : 'Pairs that a file or a program finds alike appear here. You can also propose a merge by hand.'}
            </EmptyState>
          }
        />
        {mergeProposals.edges.length > 0 && (
          <LoadMore shown={mergeProposals.edges.length} noun="pair" page={mergeProposals.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
