import type { MikroORM } from '@mikro-orm/postgresql'

/**
 * Migrates a part’s database forward and then prepares what else lives in it; of several processes that start at once
 * one does it, and the others wait.
 */
export async function prepareDatabase<T>(orm: MikroORM, prepare: () => Promise<T>): Promise<T> {
  return orm.em.fork().transactional(async (em) => {
    await em.execute(`select pg_advisory_xact_lock(hashtext('migrate'))`)
    await orm.migrator.up()
    return prepare()
  })
}

/** Migrates a part’s database forward. */
export const migrate = (orm: MikroORM): Promise<void> => prepareDatabase(orm, async () => undefined)
