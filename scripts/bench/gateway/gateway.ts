import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { Pool } from 'undici'
import { withoutSecurityLinks } from '../../../gateway/policy/supergraph-access.js'
import { issueAccessToken } from '../../../gateway/session/access-token.js'
import { startEmbeddedServer } from '../../../subgraphs/shared/postgres/embedded/server.js'
import { provision } from '../../../subgraphs/shared/postgres/provision.js'
import { ensureKeys, loadSigningKey } from '../../../subgraphs/shared/security/keys.js'
import { repositoryRoot } from '../../supervisor/root.js'
import { readSettings } from '../../supervisor/settings.js'
import type { Benchmark, Report } from '../benchmark.js'
import { dataIn, makeFolder, removeFolder } from '../own-folder.js'
import { postJson } from '../post-json.js'
import { figuresOf, type ServerName, type Turn } from './figures.js'
import { putLoad } from './load.js'
import { type MakeBody, measuredOperation } from './measured-operation.js'
import type { ServerTask } from './served.js'
import { ServerProcess } from './server-process.js'

interface Options extends Record<string, number | string> {
  /** The registered operation that is asked, with other variables each time. */
  operation: string
  /** Items of a page; 150 licensees make an answer of some 75 kB. */
  items: number
  /** Turns of each server, and requests of a turn. */
  rounds: number
  requests: number
  /** Requests in work at once. */
  connections: number
}

/** Our gateway, the stock one, Hive Gateway and a bare server, in turns, over the same subgraphs. */
export const gateway: Benchmark<Options> = {
  summary:
    'Our gateway, stock Apollo Server with its gateway, Hive Gateway and a bare HTTP server, one operation, in turns.',
  options: { operation: 'Licensees', items: 25, rounds: 5, requests: 4_000, connections: 16 },
  run: measure,
}

type Say = (line: string) => void

async function measure(options: Options, say: Say): Promise<Report> {
  const body = measuredOperation(options.operation)
  const folder = await makeFolder(readSettings(process.env, repositoryRoot()).dataDir)
  const postgres = await startEmbeddedServer({
    folder: join(dataIn(folder), 'postgres'),
    logFile: join(folder, 'postgres.log'),
  })
  const started: ServerProcess[] = []
  const start = async (task: ServerTask) => {
    const server = await ServerProcess.start(task)
    started.push(server)
    return server
  }
  try {
    const { gateway: databaseUrl = '' } = await provision({ adminUrl: postgres.url, parts: ['gateway'] })
    return await withServers({ folder, databaseUrl, body, options, start, say })
  } finally {
    await Promise.all(started.map((server) => server.stop()))
    await postgres.stop()
    await removeFolder(folder)
  }
}

interface Setting {
  folder: string
  databaseUrl: string
  body: MakeBody
  options: Options
  start: (task: ServerTask) => Promise<ServerProcess>
  say: Say
}

async function withServers({ folder, databaseUrl, body, options, start, say }: Setting): Promise<Report> {
  const subgraphs = await start({ kind: 'subgraphs', pageLength: options.items })
  const subgraphUrls = {
    providers: subgraphs.url('providers'),
    learners: subgraphs.url('learners'),
    credits: subgraphs.url('credits'),
  }
  const supergraphSdl = withUrls(
    withoutSecurityLinks(await readFile('schema/supergraph.graphql', 'utf8')),
    subgraphUrls,
  )
  const keysDir = join(folder, 'keys')
  await mkdir(join(folder, 'sample'), { recursive: true })
  await ensureKeys(keysDir, ['gateway'])
  const ours = await start({ kind: 'ours', settings: { databaseUrl, keysDir, folder, subgraphUrls } })
  const headers = { authorization: `Bearer ${await tokenOfBoard(databaseUrl, keysDir)}` }
  const stock = await start({ kind: 'stock', supergraphSdl })
  const hive = await start({ kind: 'hive', supergraphSdl })
  const answers = await Promise.all([ours, stock, hive].map((server) => answerOf(server, headers, body)))
  const [ownAnswer = '', stockAnswer = '', hiveAnswer = ''] = answers
  const bare = await start({ kind: 'bare', answer: stockAnswer })
  const servers: Record<ServerName, ServerProcess> = { ours, stock, hive, bare }
  const turns: Record<ServerName, Turn[]> = { ours: [], stock: [], hive: [], bare: [] }
  const problems = problemsOf(ownAnswer, stockAnswer, hiveAnswer)
  say(`${options.operation}: answers of ${Buffer.byteLength(stockAnswer)} bytes`)
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const [name, server] of Object.entries(servers) as [ServerName, ServerProcess][]) {
      const { turn, failures } = await takeTurn(server, subgraphs, { headers, body, ...options })
      if (failures) problems.push(`${name} failed to answer ${failures} of ${turn.requests} requests.`)
      // The first round warms up.
      if (!round) continue
      turns[name].push(turn)
      say(
        `round ${round} ${name}: ${(turn.requests / turn.seconds).toFixed(0)} a second, ${(turn.cpuMicros / turn.requests).toFixed(0)} µs`,
      )
    }
  }
  return { figures: figuresOf(turns), problems }
}

interface TurnOptions {
  headers: Record<string, string>
  body: MakeBody
  connections: number
  requests: number
}

async function takeTurn(server: ServerProcess, subgraphs: ServerProcess, options: TurnOptions) {
  const before = await server.usage()
  const { subgraphRequests: askedBefore } = await subgraphs.usage()
  const { seconds, millis, failures } = await putLoad({ ...options, url: server.url() })
  const after = await server.usage()
  const { subgraphRequests } = await subgraphs.usage()
  const turn: Turn = {
    requests: millis.length,
    seconds,
    cpuMicros: after.cpuMicros - before.cpuMicros,
    millis,
    subgraphRequests: subgraphRequests - askedBefore,
  }
  return { turn, failures }
}

/** The supergraph with the addresses of these subgraphs. */
const withUrls = (sdl: string, urls: Readonly<Record<string, string>>) =>
  sdl.replace(
    /@join__graph\(name: "(\w+)", url: "[^"]*"\)/g,
    (_, name: string) => `@join__graph(name: "${name}", url: "${urls[name]}")`,
  )

/** The token of a licensing board, whose account the gateway then looks up as it does for everybody. */
async function tokenOfBoard(databaseUrl: string, keysDir: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `insert into account (account_id, display_name, role, board_code) values ('cy', 'Cy', 'LICENSING_BOARD', 'ME-MD')`,
  )
  await client.end()
  return issueAccessToken(await loadSigningKey(keysDir, 'gateway'), 'cy', new Date())
}

async function answerOf(server: ServerProcess, headers: Record<string, string>, body: MakeBody): Promise<string> {
  const pool = new Pool(new URL(server.url()).origin)
  const { text } = await postJson(pool, { path: '/graphql', headers, body: body(0), maxBytes: 64 * 1024 * 1024 })
  await pool.close()
  return text
}

function problemsOf(own: string, stock: string, hive: string): string[] {
  return [
    ...(stock.startsWith('{"data"') ? [] : [`Stock answers ${stock.slice(0, 200)}`]),
    ...(own === stock ? [] : [`Our answer is not that of stock: ${own.slice(0, 200)}`]),
    ...(isDeepStrictEqual(JSON.parse(hive), JSON.parse(stock)) ? [] : [`Hive answers ${hive.slice(0, 200)}`]),
  ]
}
