import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import type { BatchState } from '../../graphql/graphql'
import { addresses } from '../../shared/app/addresses'
import { isRunning } from './batch-words'

/** How fast a batch is, as its line tells. */
export interface Pace {
  rowsPerSecond: number | null
  secondsLeft: number | null
}

interface ProgressEvent extends Pace {
  state: BatchState
  totalRows: number | null
  appliedRows: number
  counts: Record<string, number>
}

interface Followed {
  batchId: string
  state: BatchState
  needsConfirmation: boolean
}

/**
 * Follows a running batch over Server-Sent Events; the page follows through the cache. A lost line comes back by itself
 * and goes on behind the last event; where there is none to be had, `hasNoLine` says that the page has to ask.
 */
export function useBatchProgress({ batchId, state, needsConfirmation }: Followed) {
  const client = useApolloClient()
  const [pace, setPace] = useState<Pace>()
  const [hasNoLine, setHasNoLine] = useState(false)
  const running = isRunning(state) && !needsConfirmation
  useEffect(() => {
    if (!running) return
    setHasNoLine(false)
    const line = new EventSource(addresses.progress(batchId))
    line.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      const { state: now, totalRows, appliedRows, counts, ...rate } = JSON.parse(data) as ProgressEvent
      setPace(rate)
      if (!isRunning(now)) {
        line.close()
        void client.refetchQueries({ include: ['Batch'] })
        return
      }
      client.cache.modify({
        id: client.cache.identify({ __typename: 'Batch', batchId }),
        fields: {
          state: () => now,
          totalRows: () => totalRows,
          appliedRows: () => appliedRows,
          counts: () => ({ __typename: 'OutcomeCounts', ...counts }),
        },
      })
    })
    line.addEventListener('error', () => setHasNoLine(line.readyState === EventSource.CLOSED))
    return () => line.close()
  }, [batchId, running, client])
  return { pace, hasNoLine }
}
