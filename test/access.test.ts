import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import { answering, startTestGateway, type TestGateway } from '../gateway/testing/gateway.js'
import { buildCredits } from '../subgraphs/credits/schema.js'
import { buildLearners } from '../subgraphs/learners/schema.js'
import { buildProviders } from '../subgraphs/providers/schema.js'
import { Viewer, type ViewerClaims, type ViewerRole, viewerRoles } from '../subgraphs/reference/viewer.js'
import { startSubgraphServer } from '../subgraphs/shared/graphql/subgraph-server.js'
import type { RunningServer } from '../subgraphs/shared/http/server.js'
import { createLog } from '../subgraphs/shared/log.js'
import { Policies } from '../subgraphs/shared/policy.js'
import {
  InternalTokenIssuer,
  InternalTokenVerifier,
  internalTokenHeader,
} from '../subgraphs/shared/security/internal-token.js'
import { ensureKeys, loadSigningKey, loadVerifyingKey } from '../subgraphs/shared/security/keys.js'
import { operationFor } from './setup/any-operation.js'

type Asker = ViewerRole | 'NOBODY'
type Answer = 'ADMITTED' | 'UNAUTHENTICATED' | 'FORBIDDEN'

const askers: readonly Asker[] = [...viewerRoles, 'NOBODY']

/** What the reviewed table of access says: each field of a root, and who is admitted to it. */
const table = new Map(
  readFileSync('schema/access.txt', 'utf8')
    .split('\n')
    .filter((line) => /^(Query|Mutation)\./.test(line))
    .map((line) => {
      const [, coordinate = '', who = ''] = /^([\w.]+): ([^,]*)/.exec(line) ?? []
      return [coordinate, who.split(' or ')] as const
    }),
)

function expected(coordinate: string, asker: Asker): Answer {
  const who = table.get(coordinate) ?? []
  if (who.includes('everybody')) return 'ADMITTED'
  if (asker === 'NOBODY') return 'UNAUTHENTICATED'
  return who.includes('signed in') || who.includes(asker) ? 'ADMITTED' : 'FORBIDDEN'
}

interface Cell {
  coordinate: string
  asker: Asker
  text: string
}

function cellsOf(schema: GraphQLSchema): Cell[] {
  const cellsIn = (root: 'query' | 'mutation', type: GraphQLObjectType | null | undefined) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) => {
      const coordinate = `${type?.name}.${field.name}`
      if (!table.has(coordinate)) return []
      return askers.map((asker) => ({ coordinate, asker, text: operationFor(root, field) }))
    })
  return [...cellsIn('query', schema.getQueryType()), ...cellsIn('mutation', schema.getMutationType())]
}

/** The cells in which the answer is another one than the table says. */
async function differences(
  cells: readonly Cell[],
  ask: (cell: Cell) => Promise<Answer>,
  atOnce = 1,
): Promise<string[]> {
  const different: string[] = []
  const left = [...cells]
  const askers = Array.from({ length: atOnce }, async () => {
    for (let cell = left.pop(); cell; cell = left.pop()) {
      const answer = await ask(cell)
      if (answer !== expected(cell.coordinate, cell.asker))
        different.push(`${cell.coordinate} for ${cell.asker}: ${answer}`)
    }
  })
  await Promise.all(askers)
  return different.sort()
}

const answerOf = (code: unknown): Answer => (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN' ? code : 'ADMITTED')

const claimsOf = (asker: Asker): ViewerClaims | undefined =>
  asker === 'NOBODY' ? undefined : { accountId: asker.toLowerCase(), displayName: asker, role: asker }

describe('the gateway', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await startTestGateway()
    const rows = viewerRoles.map((role) => `('${role.toLowerCase()}', '${role}', '${role}')`)
    await gateway.execute(`insert into account (account_id, display_name, role) values ${rows.join(', ')}`)
    gateway.subgraphs.answer = answering(200, { data: null })
  })
  afterAll(() => gateway.stop())

  test('admits to each field exactly whom the table of access names (I-14)', async () => {
    const cells = cellsOf(buildSchema(readFileSync('schema/api.graphql', 'utf8')))
    expect(cells).toHaveLength(table.size * askers.length)
    const tokens = new Map(
      await Promise.all(viewerRoles.map(async (role) => [role, await gateway.tokenOf(role.toLowerCase())] as const)),
    )
    const ask = async ({ asker, text }: Cell) => {
      const headers: Record<string, string> = asker === 'NOBODY' ? {} : { authorization: `Bearer ${tokens.get(asker)}` }
      return answerOf((await gateway.asks(text, {}, headers)).code)
    }
    expect(await differences(cells, ask, 16)).toEqual([])
  }, 120_000)
})

describe.each([
  ['providers', buildProviders],
  ['learners', buildLearners],
  ['credits', buildCredits],
])('the subgraph %s', (name, build) => {
  let folder: string
  let schema: GraphQLSchema
  let server: RunningServer
  let issuer: InternalTokenIssuer
  const touched: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'creditgraph-access-'))
    await ensureKeys(folder, ['gateway'])
    issuer = new InternalTokenIssuer(await loadSigningKey(folder, 'gateway'))
    schema = await build()
    server = await startSubgraphServer<ViewerClaims, object>({
      schema,
      part: name,
      verifier: new InternalTokenVerifier(name, [await loadVerifyingKey(folder, 'gateway')]),
      host: '127.0.0.1',
      port: 0,
      log: createLog(name, 'silent'),
      checkReady: async () => undefined,
      contextOf: ({ claims }) => watched(new Viewer(claims, new Policies())),
    })
  })
  afterAll(async () => {
    await server.close(0)
    await rm(folder, { recursive: true })
  })

  /** A context of which resolvers reach the viewer, and nothing else without being noticed. */
  const watched = (viewer: Viewer) =>
    new Proxy<object>(
      { viewer },
      {
        get: (target, key) => {
          // Whatever is awaited is asked for `then`.
          if (typeof key === 'string' && !['viewer', 'then'].includes(key)) touched.push(key)
          return Reflect.get(target, key)
        },
      },
    )

  async function ask({ asker, text }: Cell, variables: object = {}) {
    touched.length = 0
    const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [internalTokenHeader]: issuer.issue(name, claimsOf(asker)) },
      body: JSON.stringify({ query: text, variables }),
    })
    const { errors } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] }
    return { answer: answerOf(errors?.[0]?.extensions.code), isTouched: touched.length > 0 }
  }

  test('refuses, before a resolver has its turn, whoever the table of access does not name (I-14)', async () => {
    const cells = cellsOf(schema).filter(({ coordinate, asker }) => expected(coordinate, asker) !== 'ADMITTED')
    expect(cells.length).toBeGreaterThan(50)
    const askOne = async (cell: Cell) => {
      const { answer, isTouched } = await ask(cell)
      return isTouched ? 'ADMITTED' : answer
    }
    expect(await differences(cells, askOne)).toEqual([])
  })

  test('resolves no reference for whoever may not have its type (I-14)', async () => {
    const guarded = { providers: undefined, learners: 'Learner', credits: 'Batch' }[name]
    if (!guarded) return
    const text = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }'
    const representation = { __typename: guarded, learnerId: '1', batchId: '1' }
    const found = await ask({ coordinate: '_entities', asker: 'NOBODY', text }, { r: [representation] })
    expect(found).toEqual({ answer: 'UNAUTHENTICATED', isTouched: false })
  })
})
