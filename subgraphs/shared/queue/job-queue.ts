import type { EntityManager } from '@mikro-orm/postgresql'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Log } from '../log.js'
import { queueDepth } from '../observe/metrics.js'
import { type JobOrigin, jobOrigin, watchJob } from '../observe/watch-job.js'

/** A worker that is silent for so long is taken for dead, and its job goes to another. */
const heartbeatSeconds = 10
/** How often somebody looks for workers that are silent. */
const lookoutSeconds = 2
/** How often a worker looks for jobs of which it was not told: those that a dead worker has left become due without a word. */
const pollingSeconds = 1
/** Jobs of one group that run at once, so that a large one does not hold up those of others. */
const perGroup = 2
const perWorker = 2

interface Job extends JobOrigin {
  id: string
}

/** A queue of things to be worked on, by their ids, in the database of whoever owns them. */
export class JobQueue {
  private constructor(
    private readonly name: string,
    private readonly boss: PgBoss,
    private readonly log: Log,
    private readonly forgetDepth: () => void,
  ) {}

  /** Opens the queue; whoever only sends does not maintain it. */
  static async open(name: string, url: string, log: Log, role: 'SENDER' | 'WORKER'): Promise<JobQueue> {
    const works = role === 'WORKER'
    const boss = new PgBoss({
      connectionString: url,
      max: works ? 4 : 2,
      supervise: works,
      schedule: false,
      superviseIntervalSeconds: lookoutSeconds,
      monitorIntervalSeconds: lookoutSeconds,
      useListenNotify: works,
    })
    boss.on('error', (error) => log.warn({ err: error }, 'job queue'))
    await boss.start()
    await boss.createQueue(name, {
      heartbeatSeconds,
      retryLimit: 20,
      retryDelay: 1,
      notify: true,
      expireInSeconds: 6 * 3600,
    })
    return new JobQueue(name, boss, log, queueDepth.watch(depthOf(name, boss)))
  }

  /**
   * Adds a job inside the caller’s transaction: it is there exactly when what it is about is. It keeps the id of the request
   * that adds it.
   */
  async add(em: EntityManager, id: string, groupId: string): Promise<void> {
    const job: Job = { id, ...jobOrigin() }
    await this.boss.send(this.name, job, { db: fromKysely(em.getKysely()), group: { id: groupId } })
  }

  /** Runs jobs until the queue is closed. */
  async work(run: (id: string, signal: AbortSignal) => Promise<void>): Promise<void> {
    const options = {
      localConcurrency: perWorker,
      groupConcurrency: perGroup,
      pollingIntervalSeconds: pollingSeconds,
      notifyPollingIntervalSeconds: pollingSeconds,
    }
    await this.boss.work<Job>(this.name, options, async ([job]) => {
      if (!job) return
      const { id, ...origin } = job.data
      await watchJob(this.name, origin, this.log, async () => {
        try {
          await run(id, job.signal)
        } catch (error) {
          this.log.error(
            { err: error, job: this.name, id, attempt: job.retryCount + 1 },
            'job interrupted; it will be continued',
          )
          throw error
        }
      })
    })
  }

  async close(): Promise<void> {
    this.forgetDepth()
    await this.boss.stop({ graceful: true, timeout: 20_000 })
  }
}

const depthOf =
  (queue: string, boss: PgBoss) => async (): Promise<[labels: { queue: string; state: string }, value: number][]> => {
    const { queuedCount = 0, activeCount = 0 } = (await boss.getQueue(queue)) ?? {}
    return [
      [{ queue, state: 'waiting' }, queuedCount],
      [{ queue, state: 'active' }, activeCount],
    ]
  }
