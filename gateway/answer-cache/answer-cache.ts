import type { GraphQLSchema } from 'graphql'
import { Counter } from 'prom-client'
import type { QuickOperation, WholeAnswer } from '../../subgraphs/shared/http/graphql-http.js'
import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { registry } from '../../subgraphs/shared/observe/registry.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import { type ChangeSince, ChangeWatch } from './change-watch.js'
import { KeptAnswers } from './kept-answers.js'
import { type CacheLimits, cacheLimits } from './limits.js'
import { type Sharing, sharingOf } from './sharing.js'

type Run = (operation: QuickOperation, context: GatewayContext) => Promise<WholeAnswer | undefined>

/** What is answered now, and which of its fields are the same for everybody. */
interface Answering {
  readonly schema: GraphQLSchema
  readonly sharedFields: ReadonlySet<string>
}

export interface AnswerCacheOptions {
  graph: Answering
  changeSince: ChangeSince
  log: Log
  limits?: CacheLimits
  /** Milliseconds that only ever grow. */
  now?: () => number
}

/** How questions were answered whose answers are the same for everybody. */
export const sharedAnswers = new Counter({
  name: 'creditgraph_shared_answers_total',
  help: 'Answers that are the same for everybody: kept before, made for another caller at this moment, or made anew.',
  labelNames: ['from'] as const,
  registers: [registry],
})

/**
 * Keeps answers that are the same for everybody until something changes. They are asked for on nobody’s behalf, so that
 * nothing which only one viewer may see can be in them; one that is being asked for is waited for.
 */
export class AnswerCache {
  private readonly limits: CacheLimits
  private readonly answers: KeptAnswers
  private readonly watch: ChangeWatch
  private asked = new Map<string, Promise<WholeAnswer | undefined>>()
  private schema: GraphQLSchema | undefined
  private sharing = new Map<string, Sharing>()

  constructor(private readonly options: AnswerCacheOptions) {
    const { limits = cacheLimits, now = () => performance.now(), changeSince, log } = options
    this.limits = limits
    this.answers = new KeptAnswers(limits, now)
    this.watch = new ChangeWatch(changeSince, () => this.forget(), limits, now, log)
  }

  /** The answer to an operation, kept or made by `run`; undefined where `run` leaves it to others. */
  answer(operation: QuickOperation, context: GatewayContext, run: Run): Promise<WholeAnswer | undefined> {
    const sharing = this.sharingOf(operation.query)
    if (sharing === 'OWN') return run(operation, context)
    if (sharing === 'CHANGES') return run(operation, context).finally(() => this.forget())
    if (!this.watch.isKnown) return run(operation, context)
    const key = JSON.stringify([operation.query, operation.operationName, operation.variables])
    return this.shared(key, () => run(operation, { ...context, claims: undefined, line: undefined }))
  }

  /** A page that is the same for everybody, kept by its address or made; undefined where `make` leaves it to others. */
  async page(address: string, make: () => Promise<string | undefined>): Promise<WholeAnswer | undefined> {
    return this.watch.isKnown ? this.shared(address, make) : make()
  }

  stop(): Promise<void> {
    return this.watch.stop()
  }

  /** What was asked before a change is for those alone who have asked before it. */
  private forget(): void {
    this.answers.clear()
    this.asked = new Map()
  }

  private async shared(key: string, make: () => Promise<WholeAnswer | undefined>): Promise<WholeAnswer | undefined> {
    const kept = this.answers.get(key)
    const from = kept !== undefined ? 'MEMORY' : this.asked.has(key) ? 'ANOTHER' : 'SUBGRAPHS'
    sharedAnswers.inc({ from })
    return kept ?? this.asked.get(key) ?? this.ask(key, make)
  }

  private ask(key: string, run: () => Promise<WholeAnswer | undefined>): Promise<WholeAnswer | undefined> {
    const { asked } = this
    const answer = run().then((text) => {
      if (text !== undefined && this.asked === asked) this.answers.keep(key, text)
      return text
    })
    const done = answer.finally(() => asked.delete(key))
    asked.set(key, done)
    return done
  }

  private sharingOf(text: string): Sharing {
    const { schema, sharedFields } = this.options.graph
    if (this.schema !== schema) {
      this.schema = schema
      this.sharing = new Map()
      this.forget()
    }
    const known = this.sharing.get(text)
    if (known) return known
    const sharing = sharingOf(schema, sharedFields, text)
    if (this.sharing.size >= this.limits.knownTexts) this.sharing.clear()
    this.sharing.set(text, sharing)
    return sharing
  }
}

const query = 'query PublicChange($since: String) { publicChange(since: $since) { snapshot hasChanged } }'

/** Asks the subgraph that owns what everybody may read. */
export const changesOf =
  (client: InternalClient): ChangeSince =>
  async (since) =>
    (await client.ask<{ publicChange: Awaited<ReturnType<ChangeSince>> }>(query, { since })).publicChange
