import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createLog, type Log } from '../../subgraphs/shared/log.js'
import { ensureKeys, loadSigningKey } from '../../subgraphs/shared/security/keys.js'
import { freshDatabase } from '../../test/setup/postgres.js'
import { issueApiKey } from '../api-key/issue-api-key.js'
import { gatewayOrm } from '../orm.js'
import type { SandboxPlace } from '../partner/sandbox/sandbox.js'
import { issueAccessToken } from '../session/access-token.js'
import { startGateway } from '../start.js'

type Exchange = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A real gateway over its real database, in front of subgraphs that answer whatever a test says. */
export interface TestGateway {
  url: string
  /** How the subgraphs answer from now on. */
  subgraphs: { answer: Exchange }
  tokenOf(accountId: string): Promise<string>
  /** A key with which a program acts for an account. */
  keyFor(accountId: string, days?: number): Promise<string>
  /** Runs a statement on the database of accounts. */
  execute(statement: string): Promise<void>
  /** Sends an operation as JSON. */
  asks(query: string, variables?: object, headers?: Record<string, string>): Promise<GraphAnswer>
  stop(): Promise<void>
}

export interface GraphAnswer {
  status: number
  data?: unknown
  errors?: { message: string; extensions: Record<string, unknown> }[]
  /** Code of the first error. */
  code: unknown
  text: string
}

/** Starts a gateway that nobody else uses; `production` as `NODE_ENV=production` does. */
export async function startTestGateway({
  production = false,
  publicUrl,
  supergraphFile = 'schema/supergraph.graphql',
  log = createLog('gateway', 'silent'),
  drainMs,
  sandbox,
  budgetScale,
}: {
  production?: boolean
  publicUrl?: string
  supergraphFile?: string
  log?: Log
  drainMs?: number
  sandbox?: SandboxPlace
  budgetScale?: number
} = {}): Promise<TestGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'creditgraph-gateway-'))
  const database = await freshDatabase('gateway')
  const subgraphs: TestGateway['subgraphs'] = { answer: answering(200, { data: { viewer: { displayName: 'Ada' } } }) }
  const stub = createServer((request, response) => void subgraphs.answer(request, response))
  await once(stub.listen(0, '127.0.0.1'), 'listening')
  const subgraph = `http://127.0.0.1:${(stub.address() as AddressInfo).port}/graphql`
  const keysDir = join(folder, 'keys')
  await ensureKeys(keysDir, ['gateway'])
  await writePages(join(folder, 'clients'))
  const gateway = await startGateway({
    name: 'gateway',
    openDatabase: async () => database.url,
    host: '127.0.0.1',
    port: 0,
    keysDir,
    log,
    drainMs,
    subgraphUrls: { providers: subgraph, learners: subgraph, credits: subgraph },
    supergraphFile,
    supergraphWatchMs: 50,
    apiSchemaFile: 'schema/api.graphql',
    apiChangesFile: 'schema/released/changes.json',
    ownOperationsFile: 'clients/graphql/persisted-documents.json',
    clientsDir: join(folder, 'clients'),
    sampleDir: join(folder, 'sample'),
    publicUrl,
    sandbox,
    budgetScale,
    demoSignIn: !production,
  })
  const execute = async (statement: string) => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await execute(`insert into account (account_id, display_name, role, provider_id)
    values ('ada', 'Ada', 'PROVIDER_REPORTER', '0008273'), ('bo', 'Bo', 'PROVIDER_REPORTER', '0004121')`)
  const url = `http://127.0.0.1:${gateway.port}`
  return {
    url,
    subgraphs,
    execute,
    tokenOf: async (accountId) => issueAccessToken(await loadSigningKey(keysDir, 'gateway'), accountId, new Date()),
    keyFor: async (accountId, days = 1) => {
      const orm = await gatewayOrm(database.url)
      try {
        return await issueApiKey(orm.em.fork(), { accountId, label: 'test', days }, new Date())
      } finally {
        await orm.close()
      }
    },
    asks: (query, variables = {}, headers = {}) => post(url, { query, variables }, headers),
    stop: async () => {
      await gateway.stop()
      stub.closeAllConnections()
      await new Promise((resolve) => stub.close(resolve))
      await database.drop()
      await rm(folder, { recursive: true })
    },
  }
}

/** A subgraph that has only this to say. */
export const answering =
  (status: number, body: unknown): Exchange =>
  (request, response) => {
    request.resume()
    response.statusCode = status
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(body))
  }

/** Sends any body as JSON to the graph. */
export async function post(
  url: string,
  body: object | string | Buffer<ArrayBuffer> | null,
  headers: Record<string, string> = {},
): Promise<GraphAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })
  const text = await response.text()
  const answer = JSON.parse(text)
  return { ...answer, status: response.status, code: answer.errors?.[0]?.extensions?.code, text }
}

async function writePages(folder: string): Promise<void> {
  for (const name of [
    'assets',
    'landing',
    'sign-in',
    'verify',
    'nothing-here',
    'provider-portal',
    'board-dashboard',
    'passport',
    'graphiql',
  ]) {
    await mkdir(join(folder, name), { recursive: true })
    await writeFile(join(folder, name, 'index.html'), `<title>${name}</title>`)
  }
}
