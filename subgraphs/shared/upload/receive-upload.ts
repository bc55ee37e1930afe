import type { Readable } from 'node:stream'
import { LockMode } from '@mikro-orm/core'
import { type EntityManager, type FilterQuery, UniqueConstraintViolationException } from '@mikro-orm/postgresql'
import { conflict } from '../errors.js'
import type { JobQueue } from '../queue/job-queue.js'
import type { Draft, Spool } from './spool.js'
import type { Upload } from './upload.js'
import { BatchState } from './upload-enums.js'
import { every, type UploadKind } from './upload-kind.js'

export interface ReceiveTools<B extends Upload> {
  kind: UploadKind<B>
  em: EntityManager
  spool: Spool
  queue: Pick<JobQueue, 'add'>
}

/** What arrives at the address of an upload. */
export interface Arrival<B extends Upload> {
  batchId: string
  /** The uploads to which the caller may send. */
  within: FilterQuery<B>
  bytes: Readable
  /** How many bytes were announced. */
  announced: number | undefined
}

/**
 * Takes the bytes of an announced upload and hands them to a worker. The same bytes again are refused with the earlier
 * batch as the answer (B06). A cut-off upload leaves the address open, so that it can be sent again; of several that are
 * sent there at once, the first to arrive whole is taken.
 */
export async function receiveUpload<B extends Upload>(
  { batchId, within, bytes, announced }: Arrival<B>,
  tools: ReceiveTools<B>,
): Promise<B> {
  refuseUnlessOpen(await tools.em.fork().findOneOrFail(tools.kind.entity, every<B>({ batchId }, within)))
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
function take<B extends Upload>(batchId: string, draft: Draft, { kind, em, spool, queue }: ReceiveTools<B>) {
  return em.fork().transactional(async (transaction): Promise<B> => {
    const lockMode = LockMode.PESSIMISTIC_WRITE
    const upload = await transaction.findOneOrFail(kind.entity, every<B>({ batchId }), { lockMode })
    refuseUnlessOpen(upload)
    const { sha256, byteSize } = draft
    const earlier = await findSameFile(transaction, kind, upload, sha256)
    if (earlier) return Object.assign(upload, { sha256, byteSize }, duplicateOf(earlier))
    Object.assign(upload, { sha256, byteSize, state: BatchState.STORED })
    await transaction.flush()
    await spool.keep(batchId, draft)
    if (upload.startsAtOnce) await queue.add(transaction, batchId, kind.senderOf(upload))
    return upload
  })
}

function refuseUnlessOpen({ state }: Upload): void {
  if (state === BatchState.RECEIVING) return
  throw conflict(`This address ${state === BatchState.CANCELLED ? 'was closed' : 'has been used'}.`, {
    hint: 'Announce another upload.',
  })
}

async function findSameFile<B extends Upload>(em: EntityManager, kind: UploadKind<B>, upload: B, sha256: string) {
  if (upload.mayRepeat) return null
  const state = { $in: [BatchState.STORED, BatchState.READING, BatchState.APPLYING, BatchState.DONE] }
  const same = every<B>(kind.ofSender(kind.senderOf(upload)), { sha256, state }, kind.countsAsSent ?? {})
  return em.findOne(kind.entity, same)
}

const duplicateOf = ({ batchId, fileName }: Upload) => ({
  state: BatchState.REFUSED,
  duplicateOf: batchId,
  refusal: {
    code: 'FILE_DUPLICATE',
    message: `The same file was already sent${fileName ? ` as ${fileName}` : ''}. Nothing was added.`,
    place: null,
  },
  finishedAt: new Date(),
})
