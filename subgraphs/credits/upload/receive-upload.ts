import type { Readable } from 'node:stream'
import { LockMode } from '@mikro-orm/core'
import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql'
import type { Viewer } from '../../reference/viewer.js'
import { conflict } from '../../shared/errors.js'
import { Batch } from '../batch/batch.js'
import { BatchState } from '../batch/batch-enums.js'
import type { BatchQueue } from '../batch/batch-queue.js'
import type { Draft, Spool } from './spool.js'

export interface ReceiveTools {
  em: EntityManager
  spool: Spool
  queue: BatchQueue
}

/**
 * Takes the bytes of an announced upload and hands them to a worker. The same bytes again are refused with the earlier
 * batch as the answer (B06). A cut-off upload leaves the address open, so that it can be sent again; of several that are
 * sent there at once, the first to arrive whole is taken.
 */
export async function receiveUpload(
  viewer: Viewer,
  batchId: string,
  bytes: Readable,
  announced: number | undefined,
  tools: ReceiveTools,
): Promise<Batch> {
  const batch = await tools.em.fork().findOneOrFail(Batch, { batchId, providerId: viewer.ownProviderId() })
  viewer.must('upload', batch)
  refuseUnlessOpen(batch)
  const draft = await tools.spool.receive(batchId, bytes, announced)
  try {
    return await take(batchId, draft, tools)
  } catch (error) {
    // The same bytes were taken for another batch a moment ago, and are found now.
    if (error instanceof UniqueConstraintViolationException) return await take(batchId, draft, tools)
    throw error
  } finally {
    await tools.spool.discard(draft)
  }
}

/** Decides on the bytes while nobody else decides on the batch: meanwhile it may have been cancelled, or have others. */
function take(batchId: string, draft: Draft, { em, spool, queue }: ReceiveTools): Promise<Batch> {
  return em.fork().transactional(async (transaction) => {
    const batch = await transaction.findOneOrFail(Batch, batchId, { lockMode: LockMode.PESSIMISTIC_WRITE })
    refuseUnlessOpen(batch)
    const { sha256, byteSize } = draft
    const earlier = await findSameFile(transaction, batch, sha256)
    if (earlier) return Object.assign(batch, { sha256, byteSize }, duplicateOf(earlier))
    Object.assign(batch, { sha256, byteSize, state: BatchState.STORED })
    await transaction.flush()
    await spool.keep(batchId, draft)
    await queue.add(transaction, batchId, batch.providerId)
    return batch
  })
}

function refuseUnlessOpen({ state }: Batch): void {
  if (state === BatchState.RECEIVING) return
  throw conflict(`This address ${state === BatchState.CANCELLED ? 'was closed' : 'has been used'}.`, {
    hint: 'Announce another upload.',
  })
}

function findSameFile(em: EntityManager, batch: Batch, sha256: string): Promise<Batch | null> {
  if (batch.dryRun) return Promise.resolve(null)
  const taken = [BatchState.STORED, BatchState.READING, BatchState.APPLYING, BatchState.DONE]
  return em.findOne(Batch, { providerId: batch.providerId, sha256, dryRun: false, state: { $in: taken } })
}

const duplicateOf = ({ batchId, fileName }: Batch) => ({
  state: BatchState.REFUSED,
  duplicateOf: batchId,
  refusal: {
    code: 'FILE_DUPLICATE',
    message: `The same file was already sent${fileName ? ` as ${fileName}` : ''}. Nothing was added.`,
    place: null,
  },
  finishedAt: new Date(),
})
