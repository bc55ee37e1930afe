import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import pg from 'pg'
import type { Log } from '../../../shared/log.js'
import { Engine } from '../engine/engine.js'
import { Deciding } from '../threads/deciding.js'
import { readPeopleOf, readSurvivors } from './people.query.js'
import { readPeople } from './read-people.js'

const channel = 'learner_changed'
const everybody = '*'
const maxAtOnce = 500
/** With more changes than this on their way, as while a feed runs, claims are answered without waiting for the last ones. */
const maxAwaited = 2_000
/** Share of rows that nobody stands in any more from which on the index is built anew. */
const maxGoneShare = 0.5
const retryMs = 2_000

export interface MatchingIndexOptions {
  /** The address of the learners database, for listening. */
  url: string
  orm: MikroORM
  log: Log
  deciding?: Deciding
}

/**
 * The file in memory. It is loaded once and then follows what the database tells of changes; a claim that comes after
 * a change was committed is answered with it.
 */
export class MatchingIndex {
  /** Decides on many claims at once. */
  readonly deciding: Deciding
  private loaded: Promise<Engine>
  private isLoaded = false
  private listener: pg.Client | undefined
  private readonly changed = new Set<string>()
  private mustReload = false
  private isReloading = false
  private working: Promise<void> = Promise.resolve()
  private isStopped = false

  private constructor(private readonly options: MatchingIndexOptions) {
    this.deciding = options.deciding ?? new Deciding()
    this.loaded = this.start()
    this.loaded.catch((error) => options.log.error({ err: error }, 'the matching index could not be loaded'))
  }

  /** Begins to load; `engine` waits until it is done. */
  static open(options: MatchingIndexOptions): MatchingIndex {
    return new MatchingIndex(options)
  }

  /** Throws while the file is not loaded. */
  checkReady(): void {
    if (!this.isLoaded) throw new Error('The matching index is being loaded.')
  }

  /** The engine with everything that was committed before the call. */
  async engine(): Promise<Engine> {
    await this.loaded
    const { listener } = this
    await listener?.query('select 1').catch((error: Error) => this.recover(listener, error))
    const isLongReload = (this.mustReload || this.isReloading) && (await this.loaded).population > maxAwaited
    if (this.changed.size <= maxAwaited && !isLongReload) await this.working
    return this.loaded
  }

  async stop(): Promise<void> {
    this.isStopped = true
    await this.loaded.catch(() => undefined)
    await this.working
    await Promise.all([this.listener?.end(), this.deciding.stop()])
  }

  /** Listens first and reads afterwards, so that no change falls between. */
  private async start(): Promise<Engine> {
    await this.listen()
    const engine = await this.load()
    this.isLoaded = true
    this.follow()
    return engine
  }

  private async load(): Promise<Engine> {
    const em = this.options.orm.em.fork()
    const { now, size } = await countPeople(em)
    const startedAt = performance.now()
    const engine = await Engine.build(readPeople(em, this.options.url), { dataVersion: now }, { expectedPeople: size })
    this.options.log.info(
      { people: engine.population, ms: Math.round(performance.now() - startedAt) },
      'matching index loaded',
    )
    return engine
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.options.url, application_name: 'matching index' })
    client.on('notification', ({ payload }) => this.hear(payload ?? everybody))
    client.on('error', (error) => this.recover(client, error))
    await client.connect()
    await client.query(`listen ${channel}`)
    this.listener = client
  }

  /** Whoever did not listen may have missed something: the file is read again. */
  private recover(lost: pg.Client, error: Error): void {
    if (this.listener !== lost || this.isStopped) return
    this.listener = undefined
    this.options.log.warn({ err: error }, 'lost the connection that tells of changes')
    const again = () =>
      this.listen().then(
        () => this.hear(everybody),
        () => {
          if (!this.isStopped) setTimeout(again, retryMs).unref()
        },
      )
    void again()
  }

  private hear(payload: string): void {
    if (payload === everybody) this.mustReload = true
    else for (const id of payload.split(',')) this.changed.add(id)
    if (this.isLoaded) this.follow()
  }

  /** Changes are taken up one batch after the other, behind whatever is under way. */
  private follow(): void {
    this.working = this.working.then(async () => {
      try {
        await this.takeUp()
      } catch (error) {
        this.options.log.error({ err: error }, 'a change could not be followed')
        this.mustReload = true
        if (!this.isStopped) setTimeout(() => this.follow(), retryMs).unref()
      }
    })
  }

  private async takeUp(): Promise<void> {
    while (!this.isStopped && (this.mustReload || this.changed.size > 0)) {
      if (this.mustReload) {
        await this.reload()
        continue
      }
      const ids = [...this.changed].slice(0, maxAtOnce)
      for (const id of ids) this.changed.delete(id)
      await this.update(ids)
    }
  }

  private async reload(): Promise<void> {
    this.mustReload = false
    this.changed.clear()
    this.isReloading = true
    const fresh = await this.load().finally(() => {
      this.isReloading = false
    })
    this.loaded = Promise.resolve(fresh)
  }

  private async update(changed: readonly string[]): Promise<void> {
    const em = this.options.orm.em.fork()
    const engine = await this.loaded
    const ids = [...new Set([...changed, ...(await readSurvivors(em, changed))])]
    const people = await readPeopleOf(em, ids)
    const found = new Set(people.map(({ personId }) => personId))
    await this.deciding.change(() => {
      for (const id of ids) if (!found.has(id)) engine.remove(id)
      for (const person of people) engine.upsert(person)
    })
    if (engine.goneShare > maxGoneShare) this.mustReload = true
  }
}

async function countPeople(em: EntityManager): Promise<{ now: string; size: number }> {
  return em.execute<{ now: string; size: number }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now, count(*)::int as size
     from learner`,
    [],
    'get',
  )
}
