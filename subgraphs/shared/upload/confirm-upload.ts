import { LockMode } from '@mikro-orm/core'
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql'
import { conflict } from '../errors.js'
import type { IntakeFiles } from './intake-files.js'
import type { ReviewedUpload } from './reviewed-upload.js'
import { every, type UploadKind } from './upload-kind.js'

interface ConfirmTools {
  em: EntityManager
  queue: IntakeFiles['queue']
  now: () => Date
}

/**
 * Lets a worker begin with a file whose preview was looked at; `note` checks and keeps what was said of it, in the same
 * transaction. Throws CONFLICT where the file does not wait for it.
 */
export function confirmUpload<B extends ReviewedUpload>(
  kind: UploadKind<B>,
  batchId: string,
  within: FilterQuery<B>,
  note: (upload: B, transaction: EntityManager) => Promise<void>,
  { em, queue, now }: ConfirmTools,
): Promise<B> {
  return em.transactional(async (transaction): Promise<B> => {
    const upload = await lockWaiting(kind, batchId, within, transaction)
    await note(upload, transaction)
    Object.assign(upload, { confirmedAt: now() })
    await transaction.flush()
    await queue.add(transaction, batchId, kind.senderOf(upload))
    return upload
  })
}

/** A file that waits for its sender, held until the transaction ends. Throws CONFLICT for any other. */
export async function lockWaiting<B extends ReviewedUpload>(
  kind: UploadKind<B>,
  batchId: string,
  within: FilterQuery<B>,
  em: EntityManager,
): Promise<B> {
  const lockMode = LockMode.PESSIMISTIC_WRITE
  const upload = await em.findOneOrFail(kind.entity, every<B>({ batchId }, within), { lockMode })
  if (!upload.needsConfirmation) throw conflict('This file does not wait to be started.')
  return upload as B
}
