import { ChartColumn } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { BoardDashboardQuery as DashboardData } from '../../graphql/graphql'
import { CreditLines } from '../../shared/credit/credit-lines'
import { MonthChart } from '../../shared/credit/month-chart'
import { fullName } from '../../shared/credit/words'
import { clock, day } from '../../shared/format/days'
import { amount, count, percent } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { useFresh } from '../../shared/live/use-fresh'
import { usePeriod } from '../../shared/period/period'
import { PeriodPicker } from '../../shared/period/period-picker'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { Stat, StatRow } from '../../shared/ui/stat'
import { BoardCreditSubscription } from '../board-credit'
import { paths } from '../paths'

const BoardDashboardQuery = graphql(`
  query BoardDashboard($from: Date!, $to: Date!, $after: String) {
    boardDashboard(from: $from, to: $to) {
      board {
        code
        name
      }
      asOf
      licensees
      licenseesWithCredit
      credits
      completions
      byMonth {
        month
        credits
        completions
      }
      recent(first: 15, after: $after) {
        edges {
          cursor
          node {
            ...CompletionLine
            learner {
              learnerId
              givenName
              familyName
              degree
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

type Recent = DashboardData['boardDashboard']['recent']['edges'][number]['node']

const columns: Column<Recent>[] = [
  {
    id: 'learner',
    header: 'Licensee',
    isRowHeader: true,
    cell: ({ learner }) =>
      learner ? <Link to={paths.licensee(learner.learnerId)}>{fullName(learner)}</Link> : 'Name not shown',
  },
  {
    id: 'activity',
    header: 'Activity',
    grow: true,
    cell: ({ activity, provider }) => (
      <>
        {activity.title}
        <br />
        <span className="soft small">{provider.name}</span>
      </>
    ),
  },
  { id: 'completed', header: 'Completed', oneLine: true, cell: ({ completedOn }) => day(completedOn) },
  { id: 'credit', header: 'Credit', cell: ({ cme, moc }) => <CreditLines cme={cme} moc={moc} /> },
]

/** A licensing board’s licensees and their verified credit over a period. */
export function DashboardPage() {
  const [period, choosePeriod] = usePeriod(24)
  const { boardDashboard: board } = useRouteQuery(BoardDashboardQuery, period)
  const more = useLoadMore(BoardDashboardQuery, period)
  useFresh(BoardCreditSubscription, 'BoardDashboard')
  const without = board.licensees - board.licenseesWithCredit
  return (
    <Page title={board.board.name} lead="Credit of your licensees as accredited providers reported it.">
      <PeriodPicker period={period} onChange={choosePeriod} />
      <div className="stack" data-gap="s">
        <StatRow>
          <Stat label="Licensees" value={count(board.licensees)} />
          <Stat
            label="With credit in this period"
            value={count(board.licenseesWithCredit)}
            note={`${percent(board.licenseesWithCredit, board.licensees)} of all`}
          />
          <Stat
            label="Without credit yet"
            value={count(without)}
            note={`${percent(without, board.licensees)} of all`}
          />
          <Stat
            label="CME credits"
            value={amount(board.credits)}
            note={`from ${count(board.completions)} completions`}
          />
        </StatRow>
        <p className="soft small">Sums as of {clock(board.asOf)}.</p>
      </div>
      <Card title="Credit by month">
        <MonthChart months={board.byMonth} />
      </Card>
      <Card title="Latest credit" flush>
        <DataTable
          label="Latest credit"
          columns={columns}
          items={board.recent.edges.map((edge) => edge.node)}
          keyOf={({ completionId }) => completionId}
          empty={
            <EmptyState icon={ChartColumn} title="No credit in this period">
              Choose a longer period above.
            </EmptyState>
          }
        />
        {board.recent.edges.length > 0 && (
          <LoadMore shown={board.recent.edges.length} noun="completion" page={board.recent.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
