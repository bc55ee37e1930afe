import { join } from 'node:path'
import pg from 'pg'
import { startProviders } from '../../../subgraphs/providers/start.js'
import { centralDay } from '../../../subgraphs/reference/central-day.js'
import { InternalClient } from '../../../subgraphs/shared/http/internal-client.js'
import { createLog } from '../../../subgraphs/shared/log.js'
import { startEmbeddedServer } from '../../../subgraphs/shared/postgres/embedded/server.js'
import { provision } from '../../../subgraphs/shared/postgres/provision.js'
import { InternalTokenIssuer } from '../../../subgraphs/shared/security/internal-token.js'
import { ensureKeys, loadSigningKey } from '../../../subgraphs/shared/security/keys.js'
import { randomStream } from '../../seed/random/random.js'
import { repositoryRoot } from '../../supervisor/root.js'
import { readSettings } from '../../supervisor/settings.js'
import type { Benchmark, Report } from '../benchmark.js'
import { dataIn, makeFolder, removeFolder } from '../own-folder.js'
import { type Answer, askByHand } from './by-hand.js'
import { loadCatalogue } from './catalogue.js'
import { figuresOf, type Measured } from './figures.js'
import { drawQuestion, type Question } from './questions.js'

interface Options extends Record<string, number> {
  /** Activities, each of which can be found. */
  activities: number
  /** Searches, each asked of the subgraph and right after by hand. */
  queries: number
}

/** The public search: page, total and all facets at the subgraph, and the same by hand in SQL. */
export const search: Benchmark<Options> = {
  summary: 'Page, total and facets of the activity search at the subgraph, and the same as SQL written by hand.',
  options: { activities: 200_000, queries: 400 },
  run: measure,
}

const warmUp = 20

async function measure({ activities, queries }: Options, say: (line: string) => void): Promise<Report> {
  const folder = await makeFolder(readSettings(process.env, repositoryRoot()).dataDir)
  const today = centralDay(new Date())
  const server = await startEmbeddedServer({
    folder: join(dataIn(folder), 'postgres'),
    logFile: join(folder, 'postgres.log'),
  })
  try {
    const { providers: url = '' } = await provision({ adminUrl: server.url, parts: ['providers'] })
    await loadCatalogue(url, activities, today, say)
    return await withSubgraph(url, folder, async (subgraph) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        return await compare({ subgraph, client, activities, queries, today, say })
      } finally {
        await client.end()
      }
    })
  } finally {
    await server.stop()
    await removeFolder(folder)
  }
}

async function withSubgraph<T>(url: string, folder: string, work: (client: InternalClient) => Promise<T>): Promise<T> {
  const keysDir = join(folder, 'keys')
  await ensureKeys(keysDir, ['gateway', 'credits'])
  const part = await startProviders({
    name: 'providers',
    openDatabase: async () => url,
    host: '127.0.0.1',
    port: 0,
    keysDir,
    spoolDir: folder,
    log: createLog('bench', 'warn'),
  })
  const issuer = new InternalTokenIssuer(await loadSigningKey(keysDir, 'gateway'))
  const client = new InternalClient('providers', `http://127.0.0.1:${part.port}/graphql`, issuer)
  try {
    return await work(client)
  } finally {
    await client.close()
    await part.stop()
  }
}

interface Run {
  subgraph: InternalClient
  client: pg.Client
  activities: number
  queries: number
  today: string
  say: (line: string) => void
}

async function compare({ subgraph, client, activities, queries, today, say }: Run): Promise<Report> {
  const random = randomStream(1, 'bench search')
  const measured: Measured[] = []
  const problems: string[] = []
  for (let index = -warmUp; index < queries; index += 1) {
    const question = drawQuestion(random(index + warmUp), today)
    const started = performance.now()
    const found = await askSubgraph(subgraph, question)
    const answered = performance.now()
    const byHand = await askByHand(client, question, found.correctedText ?? question.text)
    const ended = performance.now()
    if (index < 0) continue
    measured.push({ ms: answered - started, byHandMs: ended - answered })
    problems.push(...differences(question, found, byHand))
    if ((index + 1) % 100 === 0) say(`${index + 1} of ${queries} searches`)
  }
  return { figures: figuresOf(activities, measured), problems: problems.slice(0, 5) }
}

interface Found {
  totalCount: number
  correctedText: string | null
  facets: { facet: string; values: { value: string; count: number }[] }[]
}

async function askSubgraph(subgraph: InternalClient, question: Question): Promise<Found> {
  const { searchActivities } = await subgraph.ask<{ searchActivities: Found }>(searchQuery, question)
  return searchActivities
}

/** Where the search and the statement by hand disagree, in sentences. */
function differences(question: Question, found: Found, byHand: Answer): string[] {
  const asked = JSON.stringify(question)
  if (found.totalCount !== byHand.total)
    return [`${asked}: the search finds ${found.totalCount} activities, and SQL by hand ${byHand.total}.`]
  const counts = new Map(
    found.facets.flatMap(({ facet, values }) => values.map(({ value, count }) => [`${facet} ${value}`, count])),
  )
  return (byHand.facets ?? [])
    .filter(({ facet, value, count }) => facet !== 'PROVIDER' && counts.get(`${facet} ${value}`) !== count)
    .map(({ facet, value, count }) => `${asked}: ${facet} ${value} is counted differently, by hand ${count}.`)
}

const searchQuery = `
  query ($text: String, $filter: ActivityFilter, $sort: SearchSort!) {
    searchActivities(text: $text, filter: $filter, sort: $sort, first: 25) {
      totalCount correctedText
      pageInfo { hasNextPage endCursor }
      facets { facet valueCount values { value label count isSelected } }
      edges { cursor node {
        title { text isMatch } snippet { text isMatch }
        activity {
          activityId activityFormat deliveryMethods startsOn endsOn credits fee registration
          location { city state country } provider { providerId name }
          mocRegistrations { board { code } points creditTypes }
        }
      } }
    }
  }`
