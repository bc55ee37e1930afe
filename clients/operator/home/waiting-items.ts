import { CalendarClock, CircleHelp, Lock, Merge, UserCheck, UserSearch, UsersRound } from 'lucide-react'
import type { OperatorHomeQuery as HomeData } from '../../graphql/graphql'
import type { Viewer } from '../../shared/app/viewer'
import { count, plural } from '../../shared/format/numbers'
import type { AttentionItem } from '../../shared/ui/attention-list'
import { paths } from '../paths'
import { proposerOf } from '../review/case-facts'
import { reviewKinds } from '../review/review-words'

/** The reporting year that is due. */
export const lastYear = () => new Date().getFullYear() - 1

interface Counted {
  edges: readonly unknown[]
  pageInfo: { hasNextPage: boolean }
}

/** How many there are of something of which only so many were asked for. */
const several = ({ edges, pageInfo }: Counted, noun: string, nouns?: string) =>
  pageInfo.hasNextPage ? `${count(edges.length)} or more ${nouns ?? `${noun}s`}` : plural(edges.length, noun, nouns)

function toReview({ reviewCounts }: HomeData): AttentionItem[] {
  const open = reviewCounts.reduce((sum, each) => sum + each.open, 0)
  const rows = reviewCounts.reduce((sum, each) => sum + each.rows, 0)
  if (open === 0) return []
  const kinds = reviewCounts.filter((each) => each.open > 0)
  return [
    {
      id: 'reviews',
      icon: UserSearch,
      title: `${plural(open, 'review')} to decide, ${plural(rows, 'row')} waiting`,
      text: kinds.map((each) => `${reviewKinds[each.kind].label}: ${count(each.open)}`).join(' · '),
      to: paths.reviews(),
      action: 'Begin to decide',
      urgent: true,
    },
  ]
}

function toConfirm({ confirmable }: HomeData, viewer: Viewer): AttentionItem[] {
  const others = confirmable.edges.filter(({ node }) => proposerOf(node) !== viewer.accountId)
  if (others.length === 0) return []
  return [
    {
      id: 'confirm',
      icon: UserCheck,
      title: `${several({ ...confirmable, edges: others }, 'review')} for you to confirm`,
      text: 'Another operator chose against a rule, so a second one has to agree.',
      to: paths.reviews({ state: 'PROPOSED' }),
      action: 'See the choices',
      urgent: true,
    },
  ]
}

function toApprove({ proposed }: HomeData, viewer: Viewer): AttentionItem[] {
  const others = proposed.edges.filter(
    ({ node }) => node.decisions.findLast(({ decision }) => decision === 'PROPOSED')?.decidedBy !== viewer.accountId,
  )
  if (others.length === 0) return []
  return [
    {
      id: 'approve',
      icon: Merge,
      title: `${several({ ...proposed, edges: others }, 'merge')} for you to approve or reject`,
      text: 'Another operator proposed them, so you may decide.',
      to: paths.merges('PROPOSED'),
      action: 'See the proposals',
      urgent: true,
    },
  ]
}

const alike = ({ suggested }: HomeData): AttentionItem[] =>
  suggested.edges.length === 0
    ? []
    : [
        {
          id: 'alike',
          icon: UsersRound,
          title: `${several(suggested, 'pair')} of learners found alike`,
          text: 'Each may be one physician on file twice.',
          to: paths.merges('SUGGESTED'),
          action: 'Compare them',
        },
      ]

const locked = ({ guessLocks }: HomeData): AttentionItem[] =>
  guessLocks.edges.length === 0
    ? []
    : [
        {
          id: 'locks',
          icon: Lock,
          title: `${several(guessLocks, 'guess lock')} in force`,
          text: 'These providers tried too many birthdays of a physician.',
          to: paths.guessLocks,
          action: 'See the locks',
        },
      ]

const unanswered = ({ creditRequestCounts: { overdue } }: HomeData): AttentionItem[] =>
  overdue === 0
    ? []
    : [
        {
          id: 'unanswered',
          icon: CircleHelp,
          title: `${plural(overdue, 'request')} for missing credit without an answer`,
          text: 'Their providers let 30 days pass.',
          to: paths.overdueRequests,
          action: 'Remind or close',
        },
      ]

const late = ({ providerYears }: HomeData): AttentionItem[] =>
  providerYears.edges.length === 0
    ? []
    : [
        {
          id: 'late',
          icon: CalendarClock,
          title: `${several(providerYears, 'provider')} late with ${lastYear()}`,
          text: 'Their deadline has passed and the year is not closed.',
          to: paths.providerYears(),
          action: 'See who is late',
        },
      ]

/** What waits for this operator, part by part. */
export const waitingItems = (home: HomeData, viewer: Viewer): AttentionItem[] => [
  ...toReview(home),
  ...toConfirm(home, viewer),
  ...toApprove(home, viewer),
  ...alike(home),
  ...locked(home),
  ...unanswered(home),
  ...late(home),
]
