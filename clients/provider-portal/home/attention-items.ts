import {
  Award,
  CalendarClock,
  CircleHelp,
  CircleX,
  FilePenLine,
  FileWarning,
  Hourglass,
  ListTodo,
  type LucideIcon,
  TriangleAlert,
  Users,
} from 'lucide-react'
import type { ActivityAttention, ProviderHomeQuery as HomeData } from '../../graphql/graphql'
import { day } from '../../shared/format/days'
import { plural } from '../../shared/format/numbers'
import type { AttentionItem } from '../../shared/ui/attention-list'
import { attentions, attentionWords } from '../activity/list/attention-words'
import { batchName } from '../batch/batch-words'
import { paths } from '../paths'

const icons: Record<ActivityAttention, LucideIcon> = {
  DRAFT_SOON: FilePenLine,
  ENDED_NOT_CLOSED: ListTodo,
  LIVE_WITHOUT_LEARNERS: Users,
  COUNTS_DUE: CalendarClock,
}

/** From how many days before it a deadline is urgent. */
const urgentDays = 30

type Home = HomeData

const activityItems = ({ activityAttention }: Home): AttentionItem[] =>
  attentions.flatMap((attention) => {
    const count = activityAttention.find((each) => each.attention === attention)?.count ?? 0
    if (count === 0) return []
    const { title, text, action } = attentionWords[attention]
    return [
      {
        id: attention,
        icon: icons[attention],
        title: title(count),
        text,
        to: paths.activitiesNeeding(attention),
        action,
        urgent: attention === 'DRAFT_SOON',
      },
    ]
  })

const learnerFiles = ({ batches }: Home): AttentionItem[] =>
  batches.edges
    .map(({ node }) => node)
    .filter(({ state, dryRun, counts }) => state === 'DONE' && !dryRun && counts.rejected > 0)
    .map((batch) => ({
      id: batch.batchId,
      icon: FileWarning,
      title: `${plural(batch.counts.rejected, 'row')} of ${batchName(batch)} to correct`,
      text: 'These learners have no credit yet; the other rows are recorded.',
      to: paths.batch(batch.batchId, { outcome: 'REJECTED' }),
      action: 'See what to correct',
    }))

const activityFiles = ({ activityBatches }: Home): AttentionItem[] =>
  activityBatches.edges
    .map(({ node }) => node)
    .filter(({ state, dryRun, counts }) => state === 'DONE' && !dryRun && counts.rejected > 0)
    .map(({ batchId, fileName, counts }) => ({
      id: batchId,
      icon: TriangleAlert,
      title: `${plural(counts.rejected, 'activity', 'activities')} of ${fileName ?? 'a file'} to correct`,
      text: 'The other rows of the file are saved.',
      to: paths.activityFile(batchId, { outcome: 'REJECTED' }),
      action: 'See what to correct',
    }))

function yearItem({ yearEnd }: Home): AttentionItem[] {
  const open = yearEnd.steps.filter(({ isDone }) => !isDone).length
  if (yearEnd.isComplete) return []
  const late = yearEnd.daysLeft < 0
  const left = late ? `${plural(-yearEnd.daysLeft, 'day')} late` : `${plural(yearEnd.daysLeft, 'day')} left`
  return [
    {
      id: 'year-end',
      icon: Award,
      title: `Reporting year ${yearEnd.year}: ${plural(open, 'step')} open, ${left}`,
      text: `It is to be complete by ${day(yearEnd.deadlineOn)}.`,
      to: paths.yearEnd(yearEnd.year),
      action: 'See the steps',
      urgent: yearEnd.daysLeft <= urgentDays,
    },
  ]
}

function missingCredit({ creditRequestCounts: { open, reminded, overdue } }: Home): AttentionItem[] {
  if (open === 0) return []
  const late =
    overdue > 0 ? `${plural(overdue, 'request')} waited 30 days and is shown to the platform’s operators. ` : ''
  const again = reminded > 0 ? `You are reminded of ${plural(reminded, 'request')}. ` : ''
  return [
    {
      id: 'missing-credit',
      icon: CircleHelp,
      title: `${plural(open, 'request')} for missing credit`,
      text: `${late}${again}Confirm each in one press, or say why not, within 30 days.`,
      to: paths.creditRequests(),
      action: 'Answer them',
      urgent: overdue + reminded > 0,
    },
  ]
}

function boardAnswers({ submissionCounts: { rejected, overdue } }: Home): AttentionItem[] {
  const items: AttentionItem[] = []
  if (rejected > 0) {
    items.push({
      id: 'rejected',
      icon: CircleX,
      title: `${plural(rejected, 'record')} rejected by boards`,
      text: 'Each says why and what to do. Correct it, and the board is asked again.',
      to: paths.submissionsWith('REJECTED'),
      action: 'See the reasons',
    })
  }
  if (overdue > 0) {
    items.push({
      id: 'overdue',
      icon: Hourglass,
      title: `${plural(overdue, 'record')} without an answer of the board`,
      text: 'Boards promise to answer within 24 hours. You need not do anything; they are asked again.',
      to: paths.submissionsWith('OVERDUE'),
      action: 'See which',
    })
  }
  return items
}

/** What needs attention today, from the answers of all parts. */
export const attentionItems = (home: Home): AttentionItem[] => [
  ...yearItem(home),
  ...activityItems(home),
  ...activityFiles(home),
  ...learnerFiles(home),
  ...missingCredit(home),
  ...boardAnswers(home),
]
