import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../log.js'
import type { JobQueue } from '../queue/job-queue.js'
import { keepClosingForgottenUploads } from './forgotten-uploads.js'
import type { Spool } from './spool.js'
import type { Upload } from './upload.js'
import type { UploadKind } from './upload-kind.js'

/** What a worker on files of one kind has at hand. */
export interface FileWorkerTools {
  em: EntityManager
  queue: JobQueue
  spool: Spool
  log: Log
}

/** Works on the stored files of one kind, and closes forgotten addresses, until it is stopped. */
export async function workOnFiles<B extends Upload>(
  kind: UploadKind<B>,
  { em, queue, spool, log }: FileWorkerTools,
  run: (batchId: string, signal: AbortSignal) => Promise<void>,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  await queue.work((batchId, signal) => run(batchId, AbortSignal.any([signal, stopping.signal])))
  const closing = keepClosingForgottenUploads(kind, em, spool, log, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await queue.close()
      await closing
    },
  }
}
