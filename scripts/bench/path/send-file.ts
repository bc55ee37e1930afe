import { setTimeout as sleep } from 'node:timers/promises'
import { maxPageSize } from '../../../subgraphs/shared/graphql/connection.js'
import { toCursor } from '../../../subgraphs/shared/graphql/cursor.js'
import type { ApiClient } from '../api-client.js'
import type { Counts } from './compare.js'

/** A batch that is done. */
export interface DoneBatch {
  batchId: string
  /** From the last byte sent until every outcome could be read. */
  seconds: number
  counts: Counts
}

/** A row as the graph shows it. */
export interface ReadRow {
  rowNumber: number
  outcome: string
  issues: { code: string }[]
}

interface RowPage {
  edges: { node: ReadRow }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Rows of the spreadsheet above the first learner. */
const rowsAbove = 2
const pollMs = 50
const failedStates = ['REFUSED', 'CANCELLED']

/** Sends a file as a provider and waits until it is done and its last rows are read. */
export async function sendFile(
  client: ApiClient,
  bytes: Buffer,
  rowCount: number,
  signal: AbortSignal,
): Promise<DoneBatch> {
  const { createUpload } = await client.ask<{ createUpload: { batch: { batchId: string }; address: string } }>(
    'mutation ($input: UploadInput!) { createUpload(input: $input) { batch { batchId } address } }',
    { input: { fileName: 'bench.xlsx', learnerPermission: true } },
  )
  const { batchId } = createUpload.batch
  const { lastByteAt } = await client.put(createUpload.address, bytes)
  const counts = await untilDone(client, batchId, signal)
  await readPage(client, batchId, toCursor([rowsAbove + Math.max(0, rowCount - maxPageSize)]))
  return { batchId, counts, seconds: (performance.now() - lastByteAt) / 1000 }
}

/** All rows of a batch, page by page. */
export async function readRows(client: ApiClient, batchId: string, signal: AbortSignal): Promise<ReadRow[]> {
  const rows: ReadRow[] = []
  for (let after: string | null = toCursor([0]); after !== null; ) {
    signal.throwIfAborted()
    const { edges, pageInfo }: RowPage = await readPage(client, batchId, after)
    rows.push(...edges.map(({ node }) => node))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  }
  return rows
}

/** Waits until a batch is done. Throws when it ends otherwise. */
export async function untilDone(client: ApiClient, batchId: string, signal: AbortSignal): Promise<Counts> {
  for (;;) {
    const { batch } = await client.ask<{ batch: { state: string; counts: Counts } }>(
      'query ($id: ID!) { batch(batchId: $id) { state counts { accepted rejected duplicate } } }',
      { id: batchId },
    )
    if (batch.state === 'DONE') return batch.counts
    if (failedStates.includes(batch.state)) throw new Error(`The batch ended as ${batch.state}.`)
    await sleep(pollMs, undefined, { signal })
  }
}

async function readPage(client: ApiClient, batchId: string, after: string): Promise<RowPage> {
  const { batch } = await client.ask<{ batch: { rows: RowPage } }>(
    `query ($id: ID!, $after: String!) { batch(batchId: $id) { rows(first: ${maxPageSize}, after: $after) {
      edges { node { rowNumber outcome issues { code } } } pageInfo { hasNextPage endCursor } } } }`,
    { id: batchId, after },
  )
  return batch.rows
}
