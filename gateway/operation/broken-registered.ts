import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { GraphQLSchema } from 'graphql'
import { KnownTexts } from '../graph/known-texts.js'
import { graphLimits } from '../graph/limits.js'
import { type BrokenOperation, type OperationProblem, problemsOf } from '../schema-change/broken-operations.js'
import type { Schemas } from '../supergraph/served-graph.js'
import { liveOperations } from './live-operations.js'
import type { OperationRegistry } from './operation-registry.js'

/** Broken operations that are named at once. */
const maxBroken = 100

/** A broken operation, and by which schema: the one that is served, or one that waits until nothing breaks by it. */
export interface ListedBroken extends BrokenOperation {
  schema: 'SERVED' | 'WAITING'
}

/** The registered operations, as a schema has to let them run. */
export class RegisteredOperations {
  /** What was found of each text, for as long as a schema is in use. */
  private readonly found = new WeakMap<GraphQLSchema, KnownTexts<OperationProblem[]>>()

  constructor(
    private readonly orm: MikroORM,
    private readonly registry: OperationRegistry,
  ) {}

  /** What does not run with the schema that is served, and what keeps another one waiting; of one account or of all. */
  async broken({ schema, waiting }: Schemas, accountId?: string): Promise<ListedBroken[]> {
    const served = await this.brokenBy(schema, accountId)
    const soon = waiting ? await this.brokenBy(waiting.schema, accountId) : []
    return [
      ...served.map((operation): ListedBroken => ({ ...operation, schema: 'SERVED' })),
      ...soon.map((operation): ListedBroken => ({ ...operation, schema: 'WAITING' })),
    ]
  }

  /** Those that a schema breaks of partners and of our own pages. */
  async allBrokenBy(schema: GraphQLSchema): Promise<BrokenOperation[]> {
    const broken: BrokenOperation[] = []
    for (const { text, name } of this.registry.ownOperations()) {
      const problems = await this.problemsOf(schema, text)
      if (problems.length) broken.push({ partner: 'our pages', name, problems })
    }
    return [...broken, ...(await this.brokenBy(schema))]
  }

  /** Those that a schema breaks, of one account or of all, a hundred at most. Others are answered in between. */
  async brokenBy(schema: GraphQLSchema, accountId?: string): Promise<BrokenOperation[]> {
    const broken: BrokenOperation[] = []
    for await (const page of liveOperations(this.orm.em.fork(), accountId)) {
      for (const { accountId: partner, name, version, text } of page) {
        const problems = await this.problemsOf(schema, text)
        if (problems.length) broken.push({ partner, name, version, problems })
        if (broken.length === maxBroken) return broken
      }
    }
    return broken
  }

  private async problemsOf(schema: GraphQLSchema, text: string): Promise<OperationProblem[]> {
    const found = this.found.get(schema) ?? new KnownTexts<OperationProblem[]>(graphLimits.known)
    this.found.set(schema, found)
    const known = found.get(text)
    if (known) return known
    await nextTurn()
    const problems = problemsOf(schema, text)
    found.keep(text, problems)
    return problems
  }
}
