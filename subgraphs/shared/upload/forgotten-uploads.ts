import { setTimeout as sleep } from 'node:timers/promises'
import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../log.js'
import { uploadLimits } from './limits.js'
import type { Spool } from './spool.js'
import type { Upload } from './upload.js'
import { BatchState } from './upload-enums.js'
import { every, type UploadKind, waitingFor } from './upload-kind.js'

const hourMs = 3_600_000

/**
 * Closes addresses to which nothing was sent for a day, and removes what was left behind by receivers that were killed.
 * Some at a time: whatever is left comes next.
 */
export async function closeForgottenUploads<B extends Upload>(
  kind: UploadKind<B>,
  em: EntityManager,
  spool: Spool,
  now: Date,
): Promise<number> {
  const since = new Date(now.getTime() - uploadLimits.openHours * hourMs)
  const forgotten = every<B>(waitingFor(kind), { createdAt: { $lt: since } })
  const closed = await em.transactional(async (transaction) => {
    const lockMode = LockMode.PESSIMISTIC_PARTIAL_WRITE
    const uploads: Upload[] = await transaction.find(kind.entity, forgotten, { limit: atOnce, lockMode })
    for (const upload of uploads) Object.assign(upload, { state: BatchState.CANCELLED, finishedAt: now })
    return uploads
  })
  for (const { batchId } of closed) await spool.remove(batchId)
  await spool.removeDraftsBefore(since)
  return closed.length
}

const atOnce = 1_000

/** Does so every hour until the signal. */
export async function keepClosingForgottenUploads<B extends Upload>(
  kind: UploadKind<B>,
  em: EntityManager,
  spool: Spool,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const closed = await closeForgottenUploads(kind, em.fork(), spool, new Date()).catch((error: unknown) => {
      log.warn({ err: error }, 'forgotten uploads could not be closed; trying again in an hour')
      return 0
    })
    if (closed) log.info({ closed }, 'forgotten uploads closed')
    await sleep(hourMs, undefined, { signal }).catch(untilAborted)
  }
}

function untilAborted(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}
