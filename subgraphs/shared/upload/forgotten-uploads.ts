import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../log.js'
import { uploadLimits } from './limits.js'
import type { Spool } from './spool.js'
import type { Upload } from './upload.js'
import type { UploadKind } from './upload-kind.js'

const hourMs = 3_600_000

/** Closes addresses to which nothing was sent for a day, and removes what was left behind by receivers that were killed. */
export async function closeForgottenUploads<B extends Upload>(
  { table }: UploadKind<B>,
  em: EntityManager,
  spool: Spool,
  now: Date,
): Promise<number> {
  const since = new Date(now.getTime() - uploadLimits.openHours * hourMs)
  const closed = await em.execute<{ batchId: string }[]>(
    `update ${table} set state = 'CANCELLED', finished_at = ?
     where state = 'RECEIVING' and created_at < ? returning batch_id as "batchId"`,
    [now, since],
  )
  for (const { batchId } of closed) await spool.remove(batchId)
  await spool.removeDraftsBefore(since)
  return closed.length
}

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
