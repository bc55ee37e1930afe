import type { Part } from '../../shared/part.js'
import { prepareDatabase } from '../../shared/postgres/migrate.js'
import { JobQueue } from '../../shared/queue/job-queue.js'
import { workOnFiles } from '../../shared/upload/file-worker.js'
import { Spool } from '../../shared/upload/spool.js'
import type { ProvidersConfig } from '../config.js'
import { providersOrm } from '../start.js'
import { activityBatchKind, activityQueueName } from './batch/activity-batch.js'
import { runActivityBatch } from './batch/run-activity-batch.js'

/** Works on stored files of activities; listens on no port. */
export async function startProvidersWorker({ openDatabase, spoolDir, log }: ProvidersConfig): Promise<Part> {
  const workerLog = log.child({ part: 'worker' })
  const url = await openDatabase()
  const orm = await providersOrm(url)
  const queue = await prepareDatabase(orm, () => JobQueue.open(activityQueueName, url, workerLog, 'WORKER'))
  const tools = { em: orm.em, spool: new Spool(spoolDir), log: workerLog, now: () => new Date() }
  const files = await workOnFiles(activityBatchKind, { ...tools, queue }, (batchId, signal) =>
    runActivityBatch(batchId, tools, signal),
  )
  return {
    port: 0,
    stop: async () => {
      await files.stop()
      await orm.close()
    },
  }
}
