import { readFile } from 'node:fs/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Log } from '../../subgraphs/shared/log.js'
import { maxDocuments } from '../executor/compiled-executor.js'
import type { Graph } from '../graph/graph-server.js'
import type { RegisteredOperations } from '../operation/broken-registered.js'
import { mostUsedTexts } from '../operation/live-operations.js'
import type { ServedGraph } from './served-graph.js'
import { logBroken, SupergraphReload } from './supergraph-reload.js'
import { watchFile } from './watch-file.js'

export interface FollowOptions {
  served: ServedGraph
  build: (supergraphSdl: string) => Promise<Graph>
  /** What is served now, and the file that it came from. */
  supergraphSdl: string
  file: string
  everyMs: number
  orm: MikroORM
  registered: RegisteredOperations
  log: Log
}

/**
 * Names in the log what is registered and does not run with what is served, and from then on takes each change of the
 * supergraph’s file into use. Resolves when the signal ends it.
 */
export async function followSupergraph(
  { served, build, supergraphSdl, file, everyMs, orm, registered, log }: FollowOptions,
  signal: AbortSignal,
): Promise<void> {
  const onError = (error: unknown) => log.error({ err: error }, 'the supergraph is not taken into use')
  const reload = new SupergraphReload(
    {
      served,
      build,
      brokenBy: (schema) => registered.allBrokenBy(schema),
      textsToWarm: () => mostUsedTexts(orm.em.fork(), new Date(), maxDocuments),
      log,
    },
    supergraphSdl,
  )
  const check = registered
    .brokenBy(served.schema)
    .then((broken) => logBroken(log, broken, 'an operation is registered that does not run'))
    .catch((error: unknown) => log.error({ err: error }, 'the registered operations could not be checked'))
  const watch = watchFile(
    {
      file,
      everyMs,
      onChange: async () => reload.offer(await readFile(file, 'utf8')),
      onRest: () => reload.retry(),
      onError,
    },
    signal,
  )
  await Promise.all([check, watch])
}
