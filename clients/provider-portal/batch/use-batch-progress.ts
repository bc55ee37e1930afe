import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../graphql'
import type { BatchState } from '../../graphql/graphql'
import { isRunning } from './batch-words'
import { paceOf, type Sample, withSample } from './pace'

const BatchProgressSubscription = graphql(`
  subscription BatchProgress($batchId: ID!) {
    batchProgress(batchId: $batchId) {
      batchId
      state
      needsConfirmation
      totalRows
      appliedRows
      startedAt
      counts {
        accepted
        warned
        rejected
        duplicate
        inReview
      }
    }
  }
`)

interface Followed {
  batchId: string
  state: BatchState
  needsConfirmation: boolean
  totalRows?: number | null
}

/** Follows a running batch; the page follows through the cache. Where there is no line, `hasNoLine` says that the page has to ask. */
export function useBatchProgress({ batchId, state, needsConfirmation, totalRows }: Followed) {
  const client = useApolloClient()
  const [samples, setSamples] = useState<Sample[]>([])
  const { error } = useSubscription(BatchProgressSubscription, {
    variables: { batchId },
    skip: !isRunning(state) || needsConfirmation,
    onData: ({ data: { data } }) => {
      if (!data) return
      const { state: now, appliedRows } = data.batchProgress
      setSamples((earlier) => withSample(earlier, { atMs: performance.now(), appliedRows }))
      if (!isRunning(now)) void client.refetchQueries({ include: ['Batch'] })
    },
  })
  return { pace: paceOf(samples, totalRows), hasNoLine: error !== undefined }
}
