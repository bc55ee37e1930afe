import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../shared/log.js'
import { keepOnSchedule, type RunningJob } from '../../shared/queue/scheduled-job.js'
import { remind } from './remind.js'

/** Every morning in US Central time. */
const cron = '15 6 * * *'

/** Reminds providers every morning, and once at the start, however many processes there are. */
export const keepReminding = (url: string, em: EntityManager, log: Log): Promise<RunningJob> =>
  keepOnSchedule(url, log, {
    queue: 'remind-providers',
    cron,
    run: async () => {
      const written = await remind(em.fork(), new Date())
      if (written) log.info({ written }, 'providers reminded')
    },
  })
