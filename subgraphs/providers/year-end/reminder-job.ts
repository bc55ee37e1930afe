import type { EntityManager } from '@mikro-orm/postgresql'
import { PgBoss } from 'pg-boss'
import type { Log } from '../../shared/log.js'
import { remind } from './remind.js'

const queue = 'remind-providers'
/** Every morning in US Central time. */
const everyMorning = '15 6 * * *'
const zone = 'America/Chicago'

/** A job that runs by itself. */
export interface RunningJob {
  stop(): Promise<void>
}

/** Reminds providers every morning, and once at the start, however many processes there are. */
export async function keepReminding(url: string, em: EntityManager, log: Log): Promise<RunningJob> {
  const boss = new PgBoss({ connectionString: url, max: 2 })
  boss.on('error', (error) => log.warn({ err: error }, 'job queue'))
  await boss.start()
  await boss.createQueue(queue, { retryLimit: 5, retryDelay: 60 })
  await boss.schedule(queue, everyMorning, {}, { tz: zone })
  await boss.work(queue, { pollingIntervalSeconds: 5 }, async () => {
    const written = await remind(em.fork(), new Date())
    if (written) log.info({ written }, 'providers reminded')
  })
  await boss.send(queue, {}, { singletonKey: 'start', singletonSeconds: 3_600 })
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}
