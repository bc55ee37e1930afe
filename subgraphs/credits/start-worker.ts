import { centralDay } from '../reference/central-day.js'
import { keepGoing } from '../shared/keep-going.js'
import { keepForgettingLiveEvents } from '../shared/live/live-events.js'
import { newId } from '../shared/new-id.js'
import { follow } from '../shared/outbox/follow.js'
import type { Part } from '../shared/part.js'
import { prepareDatabase } from '../shared/postgres/migrate.js'
import { JobQueue } from '../shared/queue/job-queue.js'
import { workOnFiles } from '../shared/upload/file-worker.js'
import { Spool } from '../shared/upload/spool.js'
import { activitiesModel } from './activity/follow-activities.js'
import { batchKind, batchQueueName } from './batch/batch.js'
import { runBatch } from './batch/run-batch.js'
import { openBoardLine } from './board/webhook/board-line.js'
import { callBoards } from './board/webhook/call-boards.js'
import type { CreditsConfig } from './config.js'
import { keepTelling } from './count/tell-credit.js'
import { learnersModel } from './learner/follow-learners.js'
import { certificateSpool } from './missing-credit/certificate.js'
import { keepClockRunning } from './missing-credit/clock-job.js'
import { creditsOrm } from './orm.js'
import { openOwners } from './owners/open-owners.js'
import { judgeAgain } from './review/judge-again.js'
import { tellReviews } from './review/tell-reviews.js'
import { keepForgettingAnswers } from './submission/forget-answers.js'

/** Works on stored files and follows what other subgraphs tell; listens on no port. */
export async function startWorker(config: CreditsConfig): Promise<Part> {
  const log = config.log.child({ part: 'worker' })
  const url = await config.openDatabase()
  const orm = await creditsOrm(url)
  const queue = await prepareDatabase(orm, () => JobQueue.open(batchQueueName, url, log, 'WORKER'))
  const { owners, learners, activities, creditListener, reviewListener, close } = await openOwners(config, orm.em)
  const stopping = new AbortController()

  const tools = {
    em: orm.em,
    owners,
    spool: new Spool(config.spoolDir),
    log,
    today: () => centralDay(new Date()),
    newId,
  }
  const files = await workOnFiles(batchKind, { ...tools, queue }, (batchId, signal) => runBatch(batchId, tools, signal))
  const following = [
    follow(orm.em, learnersModel(learners), log, stopping.signal),
    follow(orm.em, activitiesModel(activities), log, stopping.signal),
    keepTelling(orm.em, creditListener, log, stopping.signal),
    keepForgettingAnswers(orm.em, log, stopping.signal),
    keepForgettingLiveEvents(orm.em, log, stopping.signal),
    keepGoing(() => tellReviews(orm.em.fork(), reviewListener), {
      what: 'telling of reviews',
      log,
      signal: stopping.signal,
    }),
    keepGoing(() => judgeAgain(tools), { what: 'judging reviewed rows', log, signal: stopping.signal }),
  ]
  const clock = await keepClockRunning(url, orm.em, certificateSpool(config.spoolDir), log)
  const boardLine = await openBoardLine(config)
  const calling = callBoards(orm.em, boardLine, log, stopping.signal)
  log.info('worker ready')

  return {
    port: 0,
    stop: async () => {
      stopping.abort()
      await Promise.all([files.stop(), clock.stop(), calling, ...following])
      await boardLine.caller.close()
      await close()
      await orm.close()
    },
  }
}
