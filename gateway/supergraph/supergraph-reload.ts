import type { GraphQLSchema } from 'graphql'
import type { Log } from '../../subgraphs/shared/log.js'
import type { Graph } from '../graph/graph-server.js'
import { type BrokenOperation, sentenceOf } from '../schema-change/broken-operations.js'
import type { ServedGraph } from './served-graph.js'
import { warmGraph } from './warm-graph.js'

export interface ReloadOptions {
  served: ServedGraph
  /** Makes a graph of a composed schema. Throws where it is none. */
  build: (supergraphSdl: string) => Promise<Graph>
  /** What somebody is known to run and a schema would break: of partners, and of our own pages. */
  brokenBy: (schema: GraphQLSchema) => Promise<BrokenOperation[]>
  /** What is compiled before a graph takes over, the most used first. */
  textsToWarm: () => Promise<readonly string[]>
  log: Log
}

/**
 * Takes a new supergraph into use: built beside the one that answers, checked against every operation that is registered,
 * with what is in use compiled, and only then put in its place. One that breaks something waits until it no longer does.
 */
export class SupergraphReload {
  private offeredSdl: string
  private told = ''

  constructor(
    private readonly options: ReloadOptions,
    private servedSdl: string,
  ) {
    this.offeredSdl = servedSdl
  }

  /** Takes a changed supergraph into use. Throws where it cannot be read; the graph that answers goes on in any case. */
  async offer(supergraphSdl: string): Promise<void> {
    const { served, build } = this.options
    if (supergraphSdl !== this.offeredSdl) {
      this.offeredSdl = supergraphSdl
      await served.waiting?.server.stop()
      served.waiting = undefined
      if (supergraphSdl !== this.servedSdl) served.waiting = await build(supergraphSdl)
    }
    await this.retry()
  }

  /** Takes the supergraph that waits into use, if nothing breaks by it any more. */
  async retry(): Promise<void> {
    const { served, brokenBy, log } = this.options
    const next = served.waiting
    if (!next) return
    const broken = await brokenBy(next.schema)
    if (broken.length) {
      this.tell(broken)
      return
    }
    await this.warm(next)
    served.replaceBy(next)
    this.servedSdl = this.offeredSdl
    this.told = ''
    log.info('the supergraph is taken into use')
  }

  private async warm(next: Graph): Promise<void> {
    const { served, textsToWarm } = this.options
    await warmGraph(next, [...[...(await textsToWarm())].reverse(), ...served.texts])
  }

  /** Says once what stands in the way. */
  private tell(broken: readonly BrokenOperation[]): void {
    const told = broken.map(sentenceOf).join('\n')
    if (told !== this.told) logBroken(this.options.log, broken, 'the supergraph waits: it would break an operation')
    this.told = told
  }
}

/** Names each broken operation in a line of its own. */
export function logBroken(log: Log, broken: readonly BrokenOperation[], message: string): void {
  for (const operation of broken) {
    const { partner, name, version } = operation
    log.error({ partner, operation: name, version, why: sentenceOf(operation) }, message)
  }
}
