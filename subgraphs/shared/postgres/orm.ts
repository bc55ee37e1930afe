import { randomUUID } from 'node:crypto'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import { type Migration, Migrator } from '@mikro-orm/migrations'
import { type EntityClass, MikroORM } from '@mikro-orm/postgresql'
import type pg from 'pg'
import { notFound } from '../errors.js'
import { watchPool } from '../observe/watch-pool.js'
import { prepareMarked } from './prepared.js'
import { takeBackLost } from './take-back-lost.js'

export interface OrmOptions {
  url: string
  entities: EntityClass<object>[]
  /** In the order in which they run. */
  migrations: (new (
    ...args: ConstructorParameters<typeof Migration>
  ) => Migration)[]
  poolSize?: number
  /** How long somebody waits for a connection of the pool. */
  waitMs?: number
}

/** Longer than any statement may take that somebody waits for: whoever has no connection by then would never get one. */
const usualWaitMs = 60_000

/** The mapper of one part, over its own database. */
export function createOrm(options: OrmOptions): Promise<MikroORM> {
  const { url, entities, migrations, poolSize = 8, waitMs = usualWaitMs } = options
  return MikroORM.init({
    clientUrl: url,
    // Where several mappers are open in one process, none takes another’s transaction for its own.
    contextName: randomUUID(),
    entities,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    migrations: {
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration })),
      snapshot: false,
      silent: true,
    },
    // A connection that was opened anew plans everything anew, and has read nothing of the catalogue yet.
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 60_000 },
    driverOptions: {
      connectionTimeoutMillis: waitMs,
      onPoolCreated: (pool: pg.Pool) => {
        takeBackLost(pool)
        prepareMarked(pool)
        watchPool(pool, new URL(url).pathname.slice(1))
      },
    },
    forceUtcTimezone: true,
    findOneOrFailHandler: (entity) => notFound(`There is no such ${entity.toLowerCase()}, or it is not yours.`),
    discovery: { warnWhenNoEntities: false },
  })
}
