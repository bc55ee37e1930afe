import { PgBoss } from 'pg-boss'
import type { Log } from '../log.js'

/** A job that runs by itself. */
export interface RunningJob {
  stop(): Promise<void>
}

/** What is to be done again and again. */
export interface ScheduledJob {
  /** The queue in the database of whoever owns the job. */
  queue: string
  /** When, as cron writes it, in US Central time. */
  cron: string
  run: () => Promise<void>
}

const zone = 'America/Chicago'

/** Runs a job on its schedule, and once at the start, however many processes there are. It has to bear being run twice. */
export async function keepOnSchedule(url: string, log: Log, { queue, cron, run }: ScheduledJob): Promise<RunningJob> {
  const boss = new PgBoss({ connectionString: url, max: 2 })
  boss.on('error', (error) => log.warn({ err: error }, 'job queue'))
  await boss.start()
  await boss.createQueue(queue, { retryLimit: 5, retryDelay: 60 })
  await boss.schedule(queue, cron, {}, { tz: zone })
  await boss.work(queue, { pollingIntervalSeconds: 5 }, run)
  await boss.send(queue, {}, { singletonKey: 'start', singletonSeconds: 3_600 })
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}
