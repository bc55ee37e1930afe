import { duration } from '../../shared/format/days'
import { count } from '../../shared/format/numbers'
import { Card } from '../../shared/ui/card'
import { Progress } from '../../shared/ui/progress'
import { Stat, StatRow } from '../../shared/ui/stat'
import type { BatchView } from './batch-page'
import { batchStanding, rowWord } from './batch-words'
import type { Pace } from './pace'

/** How far a running batch has come, how fast it is and how long it will take. */
export function BatchProgress({ batch, pace }: { batch: BatchView; pace: Pace }) {
  const { state, appliedRows, totalRows, startedAt, counts } = batch
  const seconds = startedAt ? Math.max(0.5, (Date.now() - Date.parse(startedAt)) / 1000) : 0
  const sinceStart = seconds > 0 ? appliedRows / seconds : 0
  const rowsPerSecond = pace.rowsPerSecond ?? sinceStart
  const known = state === 'APPLYING' && totalRows ? totalRows : undefined
  const left = pace.secondsLeft ?? (known && rowsPerSecond > 0 ? (known - appliedRows) / rowsPerSecond : undefined)
  return (
    <>
      <Card>
        <div className="stack" data-gap="s">
          <Progress
            label={batchStanding(batch)}
            value={known === undefined ? undefined : (100 * appliedRows) / known}
            text={known === undefined ? '' : `${count(appliedRows)} of ${count(known)} rows`}
          />
          <p className="soft small number">
            {left === undefined
              ? 'You can leave this page; the work goes on.'
              : `${count(Math.round(rowsPerSecond))} rows a second, about ${duration(left)} left. You can leave this page; the work goes on.`}
          </p>
        </div>
      </Card>
      <StatRow>
        <Stat label={rowWord('ACCEPTED', batch.dryRun).label} value={count(counts.accepted)} />
        <Stat label="To correct" value={count(counts.rejected)} />
        <Stat label="Already there" value={count(counts.duplicate)} />
        <Stat label="In review" value={count(counts.inReview)} />
      </StatRow>
    </>
  )
}
