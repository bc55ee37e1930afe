import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../shared/log.js'
import { keepOnSchedule, type RunningJob } from '../../shared/queue/scheduled-job.js'
import type { Spool } from '../../shared/upload/spool.js'
import { forgetCertificates } from './certificate.js'
import { takeClockSteps } from './take-clock-steps.js'

/** A little after each full hour, so that a day that begins is noticed within the hour. */
const cron = '5 * * * *'

/** Lets the clock of requests for missing credit run: reminders, escalations, and certificates that are done with. */
export const keepClockRunning = (url: string, em: EntityManager, certificates: Spool, log: Log): Promise<RunningJob> =>
  keepOnSchedule(url, log, {
    queue: 'missing-credit-clock',
    cron,
    run: async () => {
      const now = new Date()
      const steps = await takeClockSteps(em, now)
      const forgotten = await forgetCertificates(em, certificates, now)
      if (steps || forgotten) log.info({ steps, forgotten }, 'the clock of missing credit went on')
    },
  })
