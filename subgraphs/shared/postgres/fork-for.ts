import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'

/** An entity manager for one request: its statements are cancelled on the server when the signal, if there is one, is given. */
export const forkFor = (orm: MikroORM, signal: AbortSignal | undefined): EntityManager =>
  orm.em.fork(signal && { signal, inflightQueryAbortStrategy: 'cancel query' })
