import { AtWork } from '../shared/at-work.js'
import { keepForgettingLiveEvents } from '../shared/live/live-events.js'
import type { Part } from '../shared/part.js'
import { prepareDatabase } from '../shared/postgres/migrate.js'
import { JobQueue } from '../shared/queue/job-queue.js'
import { workOnFiles } from '../shared/upload/file-worker.js'
import { Spool } from '../shared/upload/spool.js'
import type { LearnersConfig } from './config.js'
import { fingerprintKey } from './matching/decision/fingerprint.js'
import { keepForgettingDecisions } from './matching/decision/forget-decisions.js'
import { MatchingIndex } from './matching/follow/matching-index.js'
import { keepFindingDuplicates } from './merge/keep-finding-duplicates.js'
import { learnersOrm } from './start.js'
import { keepForgettingFiles } from './validation/file/forget-files.js'
import { ReadingThread } from './validation/file/reading/reading-thread.js'
import { runValidationBatch } from './validation/file/run-validation-batch.js'
import { validationBatchKind, validationQueueName } from './validation/file/validation-batch.js'

/** Works on stored validation files, with a matching index of its own; listens on no port. */
export async function startLearnersWorker(config: LearnersConfig): Promise<Part> {
  const log = config.log.child({ part: 'worker' })
  const url = await config.openDatabase()
  const orm = await learnersOrm(url)
  const queue = await prepareDatabase(orm, () => JobQueue.open(validationQueueName, url, log, 'WORKER'))
  const index = MatchingIndex.open({ url, orm, log })
  const matching = { index, fingerprintKey: await fingerprintKey(config.keysDir) }
  const reading = ReadingThread.start()
  const tools = { em: orm.em, spool: new Spool(config.spoolDir), log, matching, now: () => new Date(), reading }
  const files = new AtWork()
  const stopping = new AbortController()
  const housekeeping = [
    keepForgettingFiles(tools, stopping.signal),
    keepForgettingDecisions(tools, stopping.signal),
    keepForgettingLiveEvents(orm.em, log, stopping.signal),
    keepFindingDuplicates({ ...tools, index, files }, stopping.signal),
  ]
  // Nobody waits for the index but the files: the platform is ready meanwhile.
  const working = index.engine().then(async () => {
    if (stopping.signal.aborted) return { stop: () => queue.close() }
    await index.deciding.ready()
    return workOnFiles(validationBatchKind, { ...tools, queue }, (batchId, signal) =>
      files.during(() => runValidationBatch(batchId, tools, signal)),
    )
  })
  // Without its index a worker is of no use: the process ends, and is started again.
  void working.then(() => log.info('worker ready'))
  return {
    port: 0,
    stop: async () => {
      stopping.abort()
      await Promise.all([working.then((work) => work.stop()), ...housekeeping])
      await Promise.all([index.stop(), reading.stop()])
      await orm.close()
    },
  }
}
