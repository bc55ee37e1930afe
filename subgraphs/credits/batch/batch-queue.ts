import type { EntityManager } from '@mikro-orm/postgresql'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Log } from '../../shared/log.js'

const queue = 'run-batch'
/** A worker that is silent for so long is taken for dead, and its batch goes to another. */
const heartbeatSeconds = 10
/** How often somebody looks for workers that are silent. */
const lookoutSeconds = 2
/** Batches of one provider that run at once, so that a large one does not hold up the others. */
const perProvider = 2
const perWorker = 2

interface BatchJob {
  batchId: string
}

/** The queue of stored files, in the database of the credits subgraph. */
export class BatchQueue {
  private constructor(
    private readonly boss: PgBoss,
    private readonly log: Log,
  ) {}

  /** Opens the queue; whoever only sends does not maintain it. */
  static async open(url: string, log: Log, role: 'SENDER' | 'WORKER'): Promise<BatchQueue> {
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
    await boss.createQueue(queue, {
      heartbeatSeconds,
      retryLimit: 20,
      retryDelay: 1,
      notify: true,
      expireInSeconds: 6 * 3600,
    })
    return new BatchQueue(boss, log)
  }

  /** Adds a stored file inside the caller’s transaction: the job is there exactly when the file is. */
  async add(em: EntityManager, batchId: string, providerId: string): Promise<void> {
    await this.boss.send(queue, { batchId } satisfies BatchJob, {
      db: fromKysely(em.getKysely()),
      group: { id: providerId },
    })
  }

  /** Runs stored files until the queue is closed. */
  async work(run: (batchId: string, signal: AbortSignal) => Promise<void>): Promise<void> {
    const options = { localConcurrency: perWorker, groupConcurrency: perProvider, pollingIntervalSeconds: 0.5 }
    await this.boss.work<BatchJob>(queue, options, async ([job]) => {
      if (!job) return
      const { batchId } = job.data
      try {
        await run(batchId, job.signal)
      } catch (error) {
        this.log.error({ err: error, batchId, attempt: job.retryCount + 1 }, 'batch interrupted; it will be continued')
        throw error
      }
    })
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 20_000 })
  }
}
