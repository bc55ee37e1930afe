import type { MikroORM } from '@mikro-orm/postgresql'
import type { Log } from '../../subgraphs/shared/log.js'
import { mostUsedTexts } from '../operation/live-operations.js'
import type { OperationRegistry } from '../operation/operation-registry.js'
import type { ServedGraph } from './served-graph.js'

export interface WarmUpOptions {
  graph: ServedGraph
  registry: OperationRegistry
  orm: MikroORM
  /** How many operations of partners, the most used first; undefined for nothing at all. */
  most: number | undefined
  log: Log
}

/** Whether what is usually asked is compiled. */
export interface WarmUp {
  readonly isDone: boolean
  /** Resolves when it has let go. */
  stop(): Promise<void>
}

/** Compiles what is usually asked, so that nobody waits for it after a start; a gateway that cannot do so is ready without it. */
export function warmUp({ graph, registry, orm, most, log }: WarmUpOptions): WarmUp {
  const state = { isDone: most === undefined, isStopped: false }
  async function compile(limit: number): Promise<void> {
    const started = performance.now()
    const used = await mostUsedTexts(orm.em.fork(), new Date(), limit)
    const own = [...registry.ownOperations()].map(({ text }) => text)
    await graph.warm(untilStopped([...used.reverse(), ...own]))
    log.info({ ms: Math.round(performance.now() - started) }, 'operations are compiled')
  }
  function* untilStopped(texts: readonly string[]): Generator<string> {
    for (const text of texts) if (!state.isStopped) yield text
  }
  const work = most === undefined ? Promise.resolve() : compile(most)
  const ended = work
    .catch((error: unknown) => log.warn({ err: error }, 'operations could not be compiled beforehand'))
    .finally(() => {
      state.isDone = true
    })
  return {
    get isDone() {
      return state.isDone
    },
    stop: () => {
      state.isStopped = true
      return ended
    },
  }
}
