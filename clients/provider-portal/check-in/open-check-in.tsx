import { useApolloClient } from '@apollo/client/react'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../../graphql'
import type { CheckInsQuery as CheckInsData } from '../../graphql/graphql'
import { today } from '../../shared/format/days'
import { amount } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { DayField } from '../../shared/ui/day-field'
import { TextLine } from '../../shared/ui/field'
import { NumberLine } from '../../shared/ui/number-line'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { toast } from '../../shared/ui/toast'
import { paths } from '../paths'
import { likelyTimes } from './likely-times'
import { TimeLine } from './time-line'

const OpenMutation = graphql(`
  mutation OpenCheckIn($input: CheckInInput!) {
    openCheckIn(input: $input) {
      ...CheckInFacts
    }
  }
`)

type Activity = CheckInsData['activity']

/** Opens a check-in; what is known of the activity is filled in. */
export function OpenCheckIn({ activity }: { activity: Activity }) {
  const { activityId, startsOn, endsOn, credits: offered } = activity
  const [day, setDay] = useState<string | undefined>(dayWithin(startsOn, endsOn))
  const [[likelyFrom, likelyUntil]] = useState(() => likelyTimes(day === today(), new Date()))
  const [from, setFrom] = useState<string | undefined>(likelyFrom)
  const [until, setUntil] = useState<string | undefined>(likelyUntil)
  const [credits, setCredits] = useState<number | null>(offered ?? null)
  const [expected, setExpected] = useState<number | null>(null)
  const [place, setPlace] = useState('')
  const client = useApolloClient()
  const action = useAction(OpenMutation)
  const navigate = useNavigate()
  const isWhole = day && from && until && credits !== null && place.trim() !== ''

  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole) return
    const input = {
      activityId,
      completedOn: day,
      opensAt: instantOf(day, from),
      closesAt: instantOf(day, until),
      credits,
      place,
      expectedAttendees: expected,
    }
    const opened = await action.run({ input })
    if (!opened) return
    client.cache.evict({ fieldName: 'checkIns' })
    toast('The check-in is set up.')
    await navigate(paths.checkIn(opened.openCheckIn.checkInId))
  }

  return (
    <Card title="Open a check-in">
      <form className="stack" onSubmit={(event) => void open(event)}>
        <div className="grid">
          <DayField
            label="Day"
            value={day}
            onChange={setDay}
            min={startsOn ?? undefined}
            max={endsOn ?? undefined}
            hint="Claims are recorded for this day."
          />
          <TimeLine label="Open from" value={from} onChange={setFrom} hint="By the clock of this computer." />
          <TimeLine label="Until" value={until} onChange={setUntil} />
          <NumberLine
            label="Credits offered"
            decimal
            value={credits}
            onChange={setCredits}
            hint={offered ? `At most ${amount(offered)}, what the activity awards.` : undefined}
          />
          <TextLine label="Place" value={place} onChange={setPlace} maxLength={120} hint="Physicians see it." />
          <NumberLine
            label="People expected"
            optional
            value={expected}
            onChange={setExpected}
            hint="Whoever comes after that is marked."
          />
        </div>
        <ProblemNotice problem={action.problem} />
        <div className="row">
          <Button type="submit" isPending={action.pending} isDisabled={!isWhole} aria-describedby="open-check-in-note">
            Open the check-in
          </Button>
          <span id="open-check-in-note" className="button-reason">
            {isWhole ? 'Codes are shown from the time you say.' : 'Fill in day, times, credits and place first.'}
          </span>
        </div>
      </form>
    </Card>
  )
}

/** Today where the activity takes place today, else its first day. */
function dayWithin(startsOn: string | null | undefined, endsOn: string | null | undefined): string {
  const now = today()
  return (!startsOn || startsOn <= now) && (!endsOn || now <= endsOn) ? now : (startsOn ?? now)
}

const instantOf = (day: string, time: string) => new Date(`${day}T${time}`).toISOString()
