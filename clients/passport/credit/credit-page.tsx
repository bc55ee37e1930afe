import { Award, FileBadge } from 'lucide-react'
import { graphql } from '../../graphql'
import { CompletionTable } from '../../shared/credit/completion-table'
import { MonthChart } from '../../shared/credit/month-chart'
import { daySpan } from '../../shared/format/days'
import { amount, plural, points } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { useFresh } from '../../shared/live/use-fresh'
import { usePeriod } from '../../shared/period/period'
import { PeriodPicker } from '../../shared/period/period-picker'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { Stat, StatRow } from '../../shared/ui/stat'
import { CheckInNotice } from '../check-in/check-in-notice'
import { OpenRequests } from '../missing-credit/open-requests'
import { paths } from '../paths'

const MyCreditQuery = graphql(`
  query MyCredit($from: Date!, $to: Date!, $after: String) {
    viewer {
      accountId
      learner {
        learnerId
        creditSummary(from: $from, to: $to) {
          credits
          completions
          pointsByBoard {
            board {
              code
              name
            }
            points
            pending
          }
          byMonth {
            month
            credits
            completions
          }
        }
        completions(first: 25, after: $after, from: $from, to: $to) {
          edges {
            cursor
            node {
              ...CompletionLine
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
    unconfirmed: creditRequests(first: 20, states: [REQUESTED, REMINDED, ESCALATED]) {
      edges {
        cursor
        node {
          ...CreditRequestLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const NewCreditSubscription = graphql(`
  subscription NewCredit {
    newCredit {
      completionId
    }
  }
`)

/** The physician’s own credit over a period: totals, by month, and entry by entry. */
export function CreditPage() {
  const [period, choosePeriod] = usePeriod(24)
  const { viewer, unconfirmed } = useRouteQuery(MyCreditQuery, period)
  const learner = viewer?.learner
  const more = useLoadMore(MyCreditQuery, period)
  useFresh(NewCreditSubscription, 'MyCredit', !learner)
  if (!learner) return <NotLinkedPage />
  const { creditSummary: summary, completions } = learner
  return (
    <Page
      title="My credit"
      lead="What accredited providers have reported for you. You do not have to enter anything yourself."
      actions={
        <ButtonLink to={paths.transcripts}>
          <FileBadge size={16} aria-hidden="true" /> Get a transcript
        </ButtonLink>
      }
    >
      <CheckInNotice />
      <PeriodPicker period={period} onChange={choosePeriod} />
      <StatRow>
        <Stat
          label="AMA PRA Category 1 Credits™"
          value={amount(summary.credits)}
          note={`from ${plural(summary.completions, 'completion')}`}
        />
        {summary.pointsByBoard.map(({ board, points: accepted, pending }) => (
          <Stat
            key={board.code}
            label={`${board.code} MOC points`}
            value={amount(accepted)}
            note={pending > 0 ? `and ${points(pending, board.code)} waiting for the board` : board.name}
          />
        ))}
      </StatRow>
      <Card title="Credit by month" note={daySpan(period.from, period.to)}>
        <MonthChart months={summary.byMonth} />
      </Card>
      <OpenRequests requests={unconfirmed.edges.map(({ node }) => node)} />
      <Card title="Entries" note="Newest first" flush>
        <CompletionTable
          label="Entries"
          completions={completions.edges.map((edge) => edge.node)}
          empty={
            <EmptyState
              icon={Award}
              title="No credit in this period"
              actions={
                <ButtonLink kind="secondary" to={paths.missing}>
                  Ask for missing credit
                </ButtonLink>
              }
            >
              Choose a longer period above, or see why credit may not be here yet.
            </EmptyState>
          }
        />
        {completions.edges.length > 0 && (
          <LoadMore
            shown={completions.edges.length}
            noun="entry"
            nouns="entries"
            page={completions.pageInfo}
            more={more}
          />
        )}
      </Card>
    </Page>
  )
}

function NotLinkedPage() {
  return (
    <Page title="My credit">
      <EmptyState icon={Award} title="Your account is not linked to a physician yet">
        Once your name, birthday and a license have been checked, your credit appears here.
      </EmptyState>
    </Page>
  )
}
