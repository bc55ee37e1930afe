import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import type { ViewerClaims, ViewerRole } from '../../reference/viewer.js'
import { createLog } from '../../shared/log.js'
import { migrate } from '../../shared/postgres/migrate.js'
import type { IntakeFiles } from '../../shared/upload/intake-files.js'
import { Spool } from '../../shared/upload/spool.js'
import { learnersContext } from '../context.js'
import { MatchingIndex } from '../matching/follow/matching-index.js'
import { type Matching, matchLearners } from '../matching/match-learners.js'
import type { LearnerClaim, LearnerMatch } from '../matching/match-types.js'
import { decidingInTests } from '../matching/testing/deciding.js'
import { buildLearners } from '../schema.js'
import { learnersOrm } from '../start.js'

/** The subgraph over a database of its own, without HTTP in front. */
export class TestSubgraph {
  /** Where files that are sent wait; nobody works on them unless a test does. */
  readonly files: IntakeFiles

  private constructor(
    readonly orm: MikroORM,
    private readonly database: FreshDatabase,
    private readonly schema: GraphQLSchema,
    readonly matching: Matching,
    private readonly folder: string,
  ) {
    const spool = new Spool(folder, { fileBytes: 2 ** 28, reserveBytes: 0 })
    this.files = { spool, queue: { add: async () => undefined }, newId: v7 }
  }

  static async start(): Promise<TestSubgraph> {
    const database = await freshDatabase('learners')
    const orm = await learnersOrm(database.url)
    await migrate(orm)
    const deciding = decidingInTests()
    const index = MatchingIndex.open({ url: database.url, orm, log: createLog('learners', 'silent'), deciding })
    const folder = await mkdtemp(join(tmpdir(), 'creditgraph-learners-'))
    return new TestSubgraph(
      orm,
      database,
      await buildLearners(),
      { index, fingerprintKey: Buffer.alloc(32, 7) },
      folder,
    )
  }

  /** The address of its database. */
  get url(): string {
    return this.database.url
  }

  async stop(): Promise<void> {
    await this.matching.index.stop()
    await this.orm.close()
    await this.database.drop()
    await rm(this.folder, { recursive: true })
  }

  /** Whom claims are about, as the credits subgraph hears it. */
  match(...claims: LearnerClaim[]): Promise<LearnerMatch[]> {
    return this.matchFor('0008273', ...claims)
  }

  /** The same on behalf of a provider. */
  matchFor(providerId: string, ...claims: LearnerClaim[]): Promise<LearnerMatch[]> {
    return matchLearners(this.orm.em.fork(), this.matching, claims, { caller: 'credits', providerId })
  }

  /** What somebody is answered through the gateway; nobody without claims. */
  ask<T>(source: string, claims?: ViewerClaims, variableValues?: Record<string, unknown>): Promise<ExecutionResult<T>> {
    return this.answer('gateway', source, claims, variableValues)
  }

  /** What the credits subgraph is answered. */
  askAsCredits<T>(source: string, variableValues?: Record<string, unknown>): Promise<ExecutionResult<T>> {
    return this.answer('credits', source, undefined, variableValues)
  }

  /** How many statements reach the database while something is done, beside what the index of matching still reads. */
  async statementsOf(doing: () => Promise<unknown>): Promise<number> {
    await this.matching.index.engine()
    const logger = this.orm.config.getLogger()
    const { logQuery } = logger
    let statements = 0
    logger.logQuery = () => void statements++
    try {
      await doing()
    } finally {
      logger.logQuery = logQuery
    }
    return statements
  }

  private async answer<T>(
    caller: string,
    source: string,
    claims: ViewerClaims | undefined,
    variableValues: Record<string, unknown> | undefined,
  ): Promise<ExecutionResult<T>> {
    const { matching, files } = this
    const contextValue = learnersContext({ em: this.orm.em.fork(), matching, files, caller, claims })
    const result = await graphql({ schema: this.schema, source, contextValue, variableValues: variableValues ?? {} })
    return JSON.parse(JSON.stringify(result))
  }
}

/** What the gateway says of an account. */
export const claimsOf = (role: ViewerRole, belongsTo: Partial<ViewerClaims> = {}): ViewerClaims => ({
  accountId: 'somebody',
  displayName: 'Some Body',
  role,
  ...belongsTo,
})
