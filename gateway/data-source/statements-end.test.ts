import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { startSubgraphServer } from '../../subgraphs/shared/graphql/subgraph-server.js'
import type { RunningServer } from '../../subgraphs/shared/http/server.js'
import { createLog } from '../../subgraphs/shared/log.js'
import { forkFor } from '../../subgraphs/shared/postgres/fork-for.js'
import { createOrm } from '../../subgraphs/shared/postgres/orm.js'
import { InternalTokenIssuer, InternalTokenVerifier } from '../../subgraphs/shared/security/internal-token.js'
import { ensureKeys, loadSigningKey, loadVerifyingKey } from '../../subgraphs/shared/security/keys.js'
import { type FreshDatabase, freshDatabase } from '../../test/setup/postgres.js'
import { SubgraphSource } from './subgraph-source.js'

let folder: string
let database: FreshDatabase
let orm: MikroORM
let subgraph: RunningServer
let source: SubgraphSource

const sleep = {
  type: GraphQLString,
  resolve: (_source: unknown, _values: unknown, { em }: { em: EntityManager }) => em.execute('select pg_sleep(60)'),
}
const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { sleep } }) })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-statements-'))
  await ensureKeys(folder, ['gateway'])
  database = await freshDatabase('credits')
  orm = await createOrm({ url: database.url, entities: [], migrations: [] })
  subgraph = await startSubgraphServer({
    part: 'credits',
    schema,
    verifier: new InternalTokenVerifier('credits', [await loadVerifyingKey(folder, 'gateway')]),
    contextOf: (_call, signal) => ({ em: forkFor(orm, signal) }),
    host: '127.0.0.1',
    port: 0,
    log: createLog('test', 'silent'),
    checkReady: async () => undefined,
  })
  const issuer = new InternalTokenIssuer(await loadSigningKey(folder, 'gateway'))
  source = new SubgraphSource({ name: 'credits', url: `http://127.0.0.1:${subgraph.port}/graphql`, issuer })
})
afterAll(async () => {
  await source.close()
  await subgraph.close()
  await orm.close()
  await database.drop()
  await rm(folder, { recursive: true })
})

/** Waits until so many statements of the subgraph run on the database server. */
async function running(count: number): Promise<void> {
  const active = `select 1 from pg_stat_activity
    where datname = current_database() and query = 'select pg_sleep(60)' and state = 'active'`
  while ((await orm.em.fork().execute(active)).length !== count) await new Promise((resolve) => setTimeout(resolve, 20))
}

const asks = (waiting: { until?: number; line?: { destroyed: boolean } }) =>
  source.ask({
    body: JSON.stringify({ query: '{ sleep }' }),
    isQuery: true,
    context: { claims: undefined, requestId: 'test-request', ...waiting },
  })

test('a statement ends with the time of whoever asks, who is told so by the subgraph', async () => {
  const asked = asks({ until: performance.now() + 400 })
  await running(1)
  const { errors } = await asked
  expect(errors?.map(({ message, extensions }) => [message, extensions?.code])).toEqual([
    ['This took too long and was stopped. Please ask for less at once, or try again.', 'TIMED_OUT'],
  ])
  await running(0)
})

test('a statement ends when whoever asks has gone', async () => {
  const line = { destroyed: false }
  const asked = asks({ line }).catch(() => 'ended')
  await running(1)
  line.destroyed = true
  expect(await asked).toBe('ended')
  await running(0)
})
