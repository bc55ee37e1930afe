import { setTimeout as sleep } from 'node:timers/promises'
import { maxPageSize } from '../../../subgraphs/shared/graphql/connection.js'
import { toCursor } from '../../../subgraphs/shared/graphql/cursor.js'
import type { ApiClient } from '../api-client.js'

/** A validation file that is done. */
export interface DoneFile {
  batchId: string
  /** From the last byte sent until every answer could be read. */
  seconds: number
  totalRows: number
  counts: { valid: number; problems: number; unreadable: number }
}

interface Progress {
  state: string
  totalRows: number | null
  counts: DoneFile['counts']
  refusal: { message: string } | null
}

const pollMs = 50
const failedStates = ['REFUSED', 'CANCELLED']

/** Sends a validation file as a provider and waits until it is done and its last answers are read. */
export async function sendValidationFile(client: ApiClient, bytes: Buffer, signal: AbortSignal): Promise<DoneFile> {
  const { createValidationUpload } = await client.ask<{
    createValidationUpload: { batch: { batchId: string }; address: string }
  }>(
    `mutation ($input: ValidationUploadInput!) {
      createValidationUpload(input: $input) { batch { batchId } address } }`,
    { input: { fileName: 'bench', force: true } },
  )
  const { batchId } = createValidationUpload.batch
  const { lastByteAt } = await client.put(createValidationUpload.address, bytes)
  const { counts, totalRows } = await untilDone(client, batchId, signal)
  await client.ask(
    `query ($id: ID!, $after: String!) { validationBatch(batchId: $id) { rows(first: ${maxPageSize}, after: $after) {
      edges { node { rowNumber isValid license { decision issues { code } } } } } } }`,
    { id: batchId, after: toCursor([Math.max(0, totalRows - maxPageSize)]) },
  )
  return { batchId, counts, totalRows, seconds: (performance.now() - lastByteAt) / 1000 }
}

async function untilDone(client: ApiClient, batchId: string, signal: AbortSignal) {
  for (;;) {
    const { validationBatch } = await client.ask<{ validationBatch: Progress }>(
      `query ($id: ID!) { validationBatch(batchId: $id) {
        state totalRows counts { valid problems unreadable } refusal { message } } }`,
      { id: batchId },
    )
    const { state, counts, totalRows, refusal } = validationBatch
    if (state === 'DONE') return { counts, totalRows: totalRows ?? 0 }
    if (failedStates.includes(state)) throw new Error(`The file ended as ${state}: ${refusal?.message}`)
    await sleep(pollMs, undefined, { signal })
  }
}
