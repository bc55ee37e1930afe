import { LockMode } from '@mikro-orm/core'
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql'
import type { Spool } from './spool.js'
import type { Upload } from './upload.js'
import { BatchState } from './upload-enums.js'
import { every, type UploadKind } from './upload-kind.js'

interface CancelTools {
  em: EntityManager
  spool: Spool
  now: () => Date
}

/** Takes a batch back before it is done; rows that are recorded stay recorded. `check` throws where that may not be. */
export async function cancelUpload<B extends Upload>(
  kind: UploadKind<B>,
  batchId: string,
  within: FilterQuery<B>,
  check: (upload: B) => void,
  { em, spool, now }: CancelTools,
): Promise<B> {
  const cancelled = await em.transactional(async (transaction) => {
    const lockMode = LockMode.PESSIMISTIC_WRITE
    const upload = await transaction.findOneOrFail(kind.entity, every<B>({ batchId }, within), { lockMode })
    check(upload)
    return Object.assign(upload, { state: BatchState.CANCELLED, finishedAt: now() })
  })
  await spool.remove(batchId)
  return cancelled
}
