import { PartyPopper } from 'lucide-react'
import { useCallback, useRef } from 'react'
import { graphql } from '../../graphql'
import type { DecisionsQuery as DecisionsData } from '../../graphql/graphql'
import { useViewer } from '../../shared/app/viewer'
import { day } from '../../shared/format/days'
import { amount, points } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { Decision } from './decision'
import { diplomateOf } from './diplomate'

const DecisionsQuery = graphql(`
  query Decisions($after: String) {
    pendingMoc(first: 25, after: $after) {
      edges {
        cursor
        node {
          completion {
            completionId
            completedOn
            learner {
              learnerId
              givenName
              familyName
              degree
            }
            activity {
              activityId
              title
            }
            provider {
              providerId
              name
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
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export type Pending = DecisionsData['pendingMoc']['edges'][number]['node']

const columns = (afterDecision: () => void): Column<Pending>[] => [
  {
    id: 'learner',
    header: 'Diplomate',
    isRowHeader: true,
    cell: (pending) => <strong>{diplomateOf(pending)}</strong>,
  },
  {
    id: 'activity',
    header: 'Activity',
    grow: true,
    cell: ({ completion: { activity, provider } }) => (
      <>
        {activity.title}
        <br />
        <span className="soft small">{provider.name}</span>
      </>
    ),
  },
  { id: 'completed', header: 'Completed', oneLine: true, cell: ({ completion }) => day(completion.completedOn) },
  {
    id: 'points',
    header: 'Points',
    cell: ({ moc }) => (
      <span className="number">
        {points(moc.points, moc.board.code)}
        <br />
        <span className="soft small">
          {moc.lines.map((line) => `${amount(line.points)} ${line.label}`).join(' · ')}
        </span>
      </span>
    ),
  },
  {
    id: 'decision',
    header: 'Decision',
    plain: true,
    oneLine: true,
    cell: (pending) => <Decision pending={pending} afterDecision={afterDecision} />,
  },
]

/** What waits for a certifying board, oldest first, each part to be accepted or rejected. */
export function DecisionsPage() {
  const { board } = useViewer()
  const list = useRef<HTMLDivElement>(null)
  const { pendingMoc } = useRouteQuery(DecisionsQuery)
  const more = useLoadMore(DecisionsQuery)
  // The buttons of a decided part go away, so the focus moves on to the next part that waits.
  const focusNext = useCallback(
    () => list.current?.querySelector<HTMLButtonElement>('button[name="accept"]')?.focus(),
    [],
  )
  return (
    <Page
      title="Decisions"
      lead={`MOC points that providers reported to ${board?.name ?? 'your board'} and that wait for your answer. CME credit is not affected by it.`}
    >
      <div ref={list}>
        <Card flush>
          <DataTable
            label="Waiting for a decision"
            columns={columns(focusNext)}
            items={pendingMoc.edges.map((edge) => edge.node)}
            keyOf={({ moc }) => moc.partId}
            empty={
              <EmptyState icon={PartyPopper} title="Nothing waits for you">
                New points appear here as soon as providers report them.
              </EmptyState>
            }
          />
          {pendingMoc.edges.length > 0 && (
            <LoadMore shown={pendingMoc.edges.length} noun="part" page={pendingMoc.pageInfo} more={more} />
          )}
        </Card>
      </div>
    </Page>
  )
}
