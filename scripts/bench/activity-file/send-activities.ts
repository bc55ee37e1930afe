import { setTimeout as sleep } from 'node:timers/promises'
import { maxPageSize } from '../../../subgraphs/shared/graphql/connection.js'
import { toCursor } from '../../../subgraphs/shared/graphql/cursor.js'
import type { ApiClient } from '../api-client.js'
import type { Counts } from '../path/compare.js'

/** A file of activities that is done. */
export interface DoneFile {
  batchId: string
  /** From the last byte sent until every outcome could be read. */
  seconds: number
  counts: Counts
}

const pollMs = 100
const failedStates = ['REFUSED', 'CANCELLED']

interface Progress {
  state: string
  totalRows: number | null
  counts: Counts
  refusal: { message: string } | null
}

/** Sends a file as a provider and waits until it is done and its last rows are read. */
export async function sendActivities(client: ApiClient, bytes: Buffer, signal: AbortSignal): Promise<DoneFile> {
  const { createActivityUpload } = await client.ask<{
    createActivityUpload: { batch: { batchId: string }; address: string }
  }>('mutation ($input: ActivityUploadInput!) { createActivityUpload(input: $input) { batch { batchId } address } }', {
    input: { fileName: 'bench.xlsx', mocAttested: true },
  })
  const { batchId } = createActivityUpload.batch
  const { lastByteAt } = await client.put(createActivityUpload.address, bytes)
  const { counts, totalRows } = await untilDone(client, batchId, signal)
  await client.ask(
    `query ($id: ID!, $after: String!) { activityBatch(batchId: $id) { rows(first: ${maxPageSize}, after: $after) {
      edges { node { rowNumber outcome issues { code } } } } } }`,
    { id: batchId, after: toCursor([Math.max(0, (totalRows ?? 0) - maxPageSize)]) },
  )
  return { batchId, counts, seconds: (performance.now() - lastByteAt) / 1000 }
}

async function untilDone(client: ApiClient, batchId: string, signal: AbortSignal): Promise<Progress> {
  for (;;) {
    const { activityBatch } = await client.ask<{ activityBatch: Progress }>(
      `query ($id: ID!) { activityBatch(batchId: $id) {
        state totalRows counts { accepted rejected duplicate } refusal { message } } }`,
      { id: batchId },
    )
    if (activityBatch.state === 'DONE') return activityBatch
    if (failedStates.includes(activityBatch.state)) {
      throw new Error(`The batch ended as ${activityBatch.state}: ${activityBatch.refusal?.message}`)
    }
    await sleep(pollMs, undefined, { signal })
  }
}
