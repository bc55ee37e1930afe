import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../graphql'
import { daySpan, today } from '../../shared/format/days'
import { useAction } from '../../shared/graph/use-action'
import { lastMonths } from '../../shared/period/period'
import { ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { DayField } from '../../shared/ui/day-field'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { toast } from '../../shared/ui/toast'

const PublishMutation = graphql(`
  mutation PublishTranscript($from: Date!, $to: Date!) {
    publishTranscript(from: $from, to: $to) {
      ...TranscriptCard
    }
  }
`)

/** Chooses the dates of a new transcript and publishes it. */
export function PublishTranscript() {
  const client = useApolloClient()
  const [from, setFrom] = useState<string | undefined>(lastMonths(24).from)
  const [to, setTo] = useState<string | undefined>(today())
  const publish = useAction(PublishMutation)
  const reversed = from !== undefined && to !== undefined && from > to
  const reason = !from || !to ? 'Choose both dates.' : reversed ? 'The second date is before the first.' : undefined
  const run = async () => {
    if (!from || !to) return
    const published = await publish.run({ from, to })
    if (!published) return
    toast(`Published for ${daySpan(from, to)}`)
    await client.refetchQueries({ include: ['Transcripts'] })
  }
  return (
    <Card title="New transcript">
      <div className="stack">
        <div className="publish">
          <DayField label="From" value={from} onChange={setFrom} max={today()} />
          <DayField label="To" value={to} onChange={setTo} max={today()} />
          <ReasonedButton id="publish" reason={reason} isPending={publish.pending} onPress={run}>
            {publish.pending ? 'Publishing…' : 'Publish'}
          </ReasonedButton>
        </div>
        <p className="soft small">
          MOC points that still wait for their board are left out; publish again when the board has answered.
        </p>
        <ProblemNotice problem={publish.problem} />
      </div>
    </Card>
  )
}
