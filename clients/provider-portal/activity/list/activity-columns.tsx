import { CircleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../../graphql'
import type { ActivityLineFragment } from '../../../graphql/graphql'
import { activityFormats, activityStatuses } from '../../../shared/credit/words'
import { daySpan } from '../../../shared/format/days'
import { amount, count } from '../../../shared/format/numbers'
import { Badge } from '../../../shared/ui/badge'
import type { Column } from '../../../shared/ui/data-table'
import { paths } from '../../paths'

export const ActivityLine = graphql(`
  fragment ActivityLine on Activity {
    activityId
    providerActivityId
    title
    activityFormat
    startsOn
    endsOn
    credits
    status
    physicianLearners
    otherLearners
    missingFor {
      active {
        code
      }
    }
    mocRegistrations {
      points
      board {
        code
      }
    }
  }
`)

const learnersOf = ({ physicianLearners, otherLearners }: ActivityLineFragment) =>
  physicianLearners === null && otherLearners === null ? '–' : count((physicianLearners ?? 0) + (otherLearners ?? 0))

/** What the list shows of each activity. */
export const activityColumns: readonly Column<ActivityLineFragment>[] = [
  {
    id: 'title',
    header: 'Activity',
    isRowHeader: true,
    grow: true,
    cell: ({ activityId, providerActivityId, title, status }) => (
      <>
        <Link to={status === 'DRAFT' ? paths.editActivity(activityId) : paths.activity(activityId)}>{title}</Link>
        <br />
        <span className="soft small number">{[activityId, providerActivityId].filter(Boolean).join(' · ')}</span>
      </>
    ),
  },
  { id: 'format', header: 'Format', cell: ({ activityFormat }) => activityFormat && activityFormats[activityFormat] },
  { id: 'dates', header: 'Dates', oneLine: true, cell: ({ startsOn, endsOn }) => daySpan(startsOn, endsOn) },
  { id: 'credits', header: 'Credits', align: 'end', cell: ({ credits }) => (credits ? amount(credits) : '–') },
  {
    id: 'moc',
    header: 'MOC',
    cell: ({ mocRegistrations }) =>
      mocRegistrations.map(({ board, points }) => `${amount(points)}\u00a0${board.code}`).join(', ') || '–',
  },
  { id: 'learners', header: 'Learners', align: 'end', cell: learnersOf },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status, missingFor }) => {
      const missing = status === 'DRAFT' ? (missingFor?.active.length ?? 0) : 0
      return (
        <>
          <Badge tone={activityStatuses[status].tone}>{activityStatuses[status].label}</Badge>
          {missing > 0 && (
            <span className="field-error field-warning number">
              <CircleAlert size={14} aria-hidden="true" /> {missing} missing
            </span>
          )}
        </>
      )
    },
  },
]
