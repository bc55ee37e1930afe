import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { SubmissionLineFragment } from '../../graphql/graphql'
import { CreditLines } from '../../shared/credit/credit-lines'
import { sources } from '../../shared/credit/words'
import { day, instant } from '../../shared/format/days'
import type { Column } from '../../shared/ui/data-table'
import { paths } from '../paths'

graphql(`
  fragment SubmissionLine on Completion {
    completionId
    nameAsSubmitted
    completedOn
    source
    recordedAt
    activity {
      activityId
      title
    }
    cme {
      partId
      credits
      status
      followsFrom {
        code
      }
    }
    moc {
      partId
      points
      status
      reason
      isOverdue
      issue {
        code
        fix
      }
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
`)

/** The columns of a list of one activity’s records. */
export const learnerColumns: readonly Column<SubmissionLineFragment>[] = [
  {
    id: 'learner',
    header: 'Learner as submitted',
    isRowHeader: true,
    cell: ({ completionId, nameAsSubmitted, source }) => (
      <Link to={paths.record(completionId)}>{nameAsSubmitted ?? sources[source]}</Link>
    ),
  },
  { id: 'completed', header: 'Completed', oneLine: true, cell: ({ completedOn }) => day(completedOn) },
  { id: 'credit', header: 'Credit', grow: true, cell: ({ cme, moc }) => <CreditLines cme={cme} moc={moc} /> },
  {
    id: 'recorded',
    header: 'Recorded',
    oneLine: true,
    cell: ({ recordedAt, source }) => (
      <>
        {instant(recordedAt)}
        <br />
        <span className="soft small">{sources[source]}</span>
      </>
    ),
  },
]

const activityColumn: Column<SubmissionLineFragment> = {
  id: 'activity',
  header: 'Activity',
  grow: true,
  cell: ({ activity }) => (
    <>
      <Link to={paths.activity(activity.activityId)}>{activity.title}</Link>
      <br />
      <span className="soft small number">{activity.activityId}</span>
    </>
  ),
}

/** The columns of a list of records of several activities. */
export const submissionColumns: readonly Column<SubmissionLineFragment>[] = learnerColumns.flatMap((column) =>
  column.id === 'learner' ? [column, activityColumn] : [column],
)
