import type { Readable } from 'node:stream'
import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql'
import type { Viewer } from '../../reference/viewer.js'
import { conflict } from '../../shared/errors.js'
import { Batch } from '../batch/batch.js'
import { BatchState } from '../batch/batch-enums.js'
import type { BatchQueue } from '../batch/batch-queue.js'
import type { Spool, StoredFile } from './spool.js'

export interface ReceiveTools {
  em: EntityManager
  spool: Spool
  queue: BatchQueue
}

/**
 * Takes the bytes of an announced upload and hands them to a worker. The same bytes again are refused with the earlier
 * batch as the answer (B06). A cut-off upload leaves the address open, so that it can be sent again.
 */
export async function receiveUpload(
  viewer: Viewer,
  batchId: string,
  bytes: Readable,
  announced: number | undefined,
  tools: ReceiveTools,
): Promise<Batch> {
  const em = tools.em.fork()
  const batch = await em.findOneOrFail(Batch, { batchId, providerId: viewer.ownProviderId() })
  viewer.must('upload', batch)
  if (batch.state !== BatchState.RECEIVING) throw conflict('This address has been used. Announce another upload.')
  const stored = await tools.spool.receive(batchId, bytes, announced)
  const earlier = await findSameFile(em, batch, stored)
  if (earlier) return refuseDuplicate(em, batch, stored, earlier, tools)
  try {
    return await store(em, batch, stored, tools)
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    const winner = await findSameFile(em.fork(), batch, stored)
    if (!winner) throw error
    const again = em.fork()
    return refuseDuplicate(again, await again.findOneOrFail(Batch, batchId), stored, winner, tools)
  }
}

async function store(em: EntityManager, batch: Batch, stored: StoredFile, { queue }: ReceiveTools): Promise<Batch> {
  await em.transactional(async (transaction) => {
    Object.assign(batch, stored, { state: BatchState.STORED })
    await transaction.flush()
    await queue.add(transaction, batch.batchId, batch.providerId)
  })
  return batch
}

function findSameFile(em: EntityManager, batch: Batch, { sha256 }: StoredFile): Promise<Batch | null> {
  if (batch.dryRun) return Promise.resolve(null)
  const taken = [BatchState.STORED, BatchState.READING, BatchState.APPLYING, BatchState.DONE]
  return em.findOne(Batch, { providerId: batch.providerId, sha256, dryRun: false, state: { $in: taken } })
}

async function refuseDuplicate(
  em: EntityManager,
  batch: Batch,
  stored: StoredFile,
  earlier: Batch,
  { spool }: ReceiveTools,
): Promise<Batch> {
  Object.assign(batch, stored, {
    state: BatchState.REFUSED,
    duplicateOf: earlier.batchId,
    refusal: {
      code: 'FILE_DUPLICATE',
      message: `The same file was already sent${earlier.fileName ? ` as ${earlier.fileName}` : ''}. Nothing was added.`,
      place: null,
    },
    finishedAt: new Date(),
  })
  await em.flush()
  await spool.remove(batch.batchId)
  return batch
}
