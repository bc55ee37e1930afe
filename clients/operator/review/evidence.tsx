import { useState } from 'react'
import { day, instant } from '../../shared/format/days'
import { credits, plural } from '../../shared/format/numbers'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CandidateCard } from './candidate-card'
import { CandidateTable } from './candidate-table'
import type { ReviewView } from './review-page'
import { ReviewSteps } from './review-steps'
import { reviewKinds } from './review-words'
import { waterfallSpan } from './waterfall-bars'

/** So many candidates stand side by side. */
const atOnce = 3

/** Everything that there is to judge by: values side by side, bits for and against, rules, rows and history. */
export function Evidence({ review, picked }: { review: ReviewView; picked: string | undefined }) {
  const candidates = review.match.candidates.map((candidate, index) => ({ candidate, number: index + 1 }))
  const [turned, setTurned] = useState(0)
  const pickedAt = candidates.findIndex(({ candidate }) => candidate.learnerId === picked)
  // Whoever is picked by number comes into view; leafing on works from there.
  const [followed, setFollowed] = useState(pickedAt)
  if (followed !== pickedAt) {
    setFollowed(pickedAt)
    if (pickedAt >= 0) setTurned(Math.floor(pickedAt / atOnce) * atOnce)
  }
  const shown = candidates.slice(turned, turned + atOnce)
  const span = waterfallSpan(review.match.candidates)
  const next = turned + atOnce < candidates.length ? turned + atOnce : 0
  return (
    <div className="stack">
      <Card
        title="Side by side"
        note={`${reviewKinds[review.kind].why} Letters that differ are underlined; birthdays on file are compared, not shown.`}
        actions={
          candidates.length > atOnce && (
            <>
              <span role="status" className="soft small number">
                {`${turned + 1} to ${turned + shown.length} of ${candidates.length}`}
              </span>
              <Button kind="secondary" size="s" onPress={() => setTurned(next)}>
                {next === 0 ? 'Back to the first' : 'Show more'}
              </Button>
            </>
          )
        }
        flush
      >
        <CandidateTable review={review} shown={shown} />
      </Card>
      <div className="candidates">
        {shown.map(({ candidate, number }) => (
          <CandidateCard key={candidate.learnerId} candidate={candidate} number={number} span={span} />
        ))}
      </div>
      <Card
        title="What waits"
        note={`${plural(review.rowCount, 'row')}, ${credits(review.credits)}. Nothing counts until it is decided.`}
      >
        <ul>
          {review.rows.map(({ batchId, rowNumber, askedAt, credits: amount }) => (
            <li key={`${batchId} ${rowNumber}`} className="number">
              Row {rowNumber}, {credits(amount)}, asked {day(askedAt.slice(0, 10))}
            </li>
          ))}
        </ul>
        {review.rowCount > review.rows.length && (
          <p className="soft small">The oldest {review.rows.length} are shown.</p>
        )}
      </Card>
      <Card
        title="History"
        note={`Matched by model ${review.match.modelVersion} on the file as of ${fileVersion(review.match.dataVersion)}.`}
      >
        <ReviewSteps review={review} />
      </Card>
    </div>
  )
}

/** The state of the file: as a rule the instant of its last change. */
const fileVersion = (version: string) => (Number.isNaN(Date.parse(version)) ? version : instant(version))
