import { ArrowLeft, Presentation } from 'lucide-react'
import { DialogTrigger } from 'react-aria-components'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import { day, instant } from '../../shared/format/days'
import { amount, count } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { usePoll } from '../../shared/graph/use-poll'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Button, ButtonLink } from '../../shared/ui/button'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { Stat, StatRow } from '../../shared/ui/stat'
import { toast } from '../../shared/ui/toast'
import { paths } from '../paths'
import { ClaimTable } from './claim-table'
import { standingOf } from './standing-of'

export const CheckInQuery = graphql(`
  query CheckIn($checkInId: ID!) {
    checkIn(checkInId: $checkInId) {
      ...CheckInFacts
      activity {
        activityId
        title
      }
    }
  }
`)

const CloseMutation = graphql(`
  mutation CloseCheckIn($checkInId: ID!) {
    closeCheckIn(checkInId: $checkInId) {
      ...CheckInFacts
    }
  }
`)

/** How often the number of those who have checked in is asked for while a check-in is open. */
const pollMs = 5_000

/** One check-in: how many have come, and what they claim. */
export function CheckInPage() {
  const { checkIn } = useRouteQuery(CheckInQuery)
  const { checkInId, activity, place, completedOn, opensAt, closesAt, credits, attendees, waiting, expectedAttendees } =
    checkIn
  const standing = standingOf(checkIn)
  const action = useAction(CloseMutation)
  usePoll(CheckInQuery, { checkInId }, standing.isOver ? undefined : pollMs)
  const close = async () => {
    if (await action.run({ checkInId })) toast('The check-in is closed.')
  }
  return (
    <Page
      title={place}
      lead={`${activity.title}, ${day(completedOn)}. Open from ${instant(opensAt)} until ${instant(closesAt)}.`}
      above={
        <Link to={paths.checkIns(activity.activityId)}>
          <ArrowLeft size={14} aria-hidden="true" /> Check-ins
        </Link>
      }
      actions={<Badge tone={standing.tone}>{standing.label}</Badge>}
    >
      {!standing.isOver && (
        <div className="row">
          <ButtonLink to={paths.checkInScreen(checkInId)}>
            <Presentation size={16} aria-hidden="true" /> Show the code
          </ButtonLink>
          <DialogTrigger>
            <Button kind="secondary">Close now</Button>
            <ConfirmDialog
              title="Close this check-in?"
              confirm="Close it"
              cancel="Keep it open"
              onConfirm={() => void close()}
            >
              <p>No code of it is taken any more, and it cannot be opened again. What was claimed stays.</p>
            </ConfirmDialog>
          </DialogTrigger>
        </div>
      )}
      <ProblemNotice problem={action.problem} />
      <StatRow>
        <Stat
          label="Checked in"
          value={count(attendees)}
          note={expectedAttendees ? `of ${count(expectedAttendees)} expected` : undefined}
        />
        <Stat label="To approve" value={count(waiting)} />
        <Stat label="Credits offered" value={amount(credits)} />
      </StatRow>
      <ClaimTable checkIn={checkIn} />
    </Page>
  )
}
