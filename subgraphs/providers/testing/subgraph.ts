import { tmpdir } from 'node:os'
import type { MikroORM } from '@mikro-orm/postgresql'
import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import type { ViewerClaims } from '../../reference/viewer.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { Spool } from '../../shared/upload/spool.js'
import { SearchIndex } from '../activity/search/search-index.js'
import { providersContext } from '../context.js'
import { buildProviders } from '../schema.js'
import { providersOrm } from '../start.js'

/** The people of the tests: Ada and Bo report for two providers, Jo for a jointly accredited one, Op operates. */
export const people = {
  ada: { accountId: 'ada', displayName: 'Ada Reyes', role: 'PROVIDER_REPORTER', providerId: '0008273' },
  bo: { accountId: 'bo', displayName: 'Bo Lindqvist', role: 'PROVIDER_REPORTER', providerId: '0004121' },
  jo: { accountId: 'jo', displayName: 'Jo Abara', role: 'PROVIDER_REPORTER', providerId: '0009001' },
  dee: { accountId: 'dee', displayName: 'Dee Marchetti', role: 'PHYSICIAN', learnerId: 'dee' },
  op: { accountId: 'op', displayName: 'Op Sorensen', role: 'OPERATOR' },
} as const satisfies Record<string, ViewerClaims>

const organizationsSql = `
  insert into provider_organization (provider_id, name, accreditation_type, recognized_accreditor) values
    ('0008273', 'Northern Light Institute', 'ACCME', null),
    ('0004121', 'Cascade Regional Hospital', 'STATE', 'Oregon Medical Association'),
    ('0009001', 'Team Care Institute', 'JOINT', null)`

/** Credits is said to have heard of everything at once, so that nobody waits for it. */
const creditsHasHeardSql = `
  insert into credit_position (position, applied_transaction) values ('0:0', 9223372036854775807)`

/** The subgraph over a database of its own, with three providers and without HTTP in front. */
export class TestSubgraph {
  /** The instant at which everything happens. */
  at = new Date('2026-06-15T15:00:00Z')
  /** Where uploaded files would wait; nobody works on them. */
  readonly files = { spool: new Spool(tmpdir()), queue: { add: async () => undefined }, newId: v7 }

  private constructor(
    readonly orm: MikroORM,
    private readonly database: FreshDatabase,
    private readonly schema: GraphQLSchema,
  ) {}

  static async start(): Promise<TestSubgraph> {
    const database = await freshDatabase('providers')
    const orm = await providersOrm(database.url)
    await migrate(orm)
    await orm.em.fork().execute(organizationsSql)
    await orm.em.fork().execute(creditsHasHeardSql)
    return new TestSubgraph(orm, database, await buildProviders())
  }

  async stop(): Promise<void> {
    await this.orm.close()
    await this.database.drop()
  }

  /** The data that somebody gets; nobody without claims. Throws `CODE: sentence` for the first error. */
  async ask<T>(claims: ViewerClaims | undefined, source: string, variableValues: object = {}): Promise<T> {
    const { data, errors } = await this.answer(claims, source, variableValues)
    const [error] = errors ?? []
    if (error) throw new Error(`${error.extensions?.code ?? 'BUG'}: ${error.message}`, { cause: error.originalError })
    return JSON.parse(JSON.stringify(data)) as T
  }

  /** How many statements reach the database while something is done. */
  async statementsOf(doing: () => Promise<unknown>): Promise<number> {
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

  rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.orm.em.fork().execute<Row[]>(sql, values)
  }

  private answer(claims: ViewerClaims | undefined, source: string, variableValues: object): Promise<ExecutionResult> {
    const em = this.orm.em.fork()
    const search = new SearchIndex(() => this.orm.em.fork())
    const contextValue = providersContext({
      em,
      caller: 'gateway',
      claims,
      search,
      files: this.files,
      now: () => this.at,
    })
    return graphql({
      schema: this.schema,
      source,
      contextValue,
      variableValues: variableValues as Record<string, unknown>,
    }) as Promise<ExecutionResult>
  }
}
