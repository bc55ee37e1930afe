import { setTimeout as sleep } from 'node:timers/promises'
import type { Benchmark, Report } from '../benchmark.js'
import { accountOf, openAccounts, readPairs } from '../freshness/pairs.js'
import { type BenchPlatform, withPlatform } from '../platform.js'
import { quantile } from '../quantile.js'
import { type Answered, askAllTheTime } from './ask-all-the-time.js'
import { BareServer } from './bare-server.js'
import { type Caller, MixedRequests } from './mixed-requests.js'

interface Options extends Record<string, number> {
  /** How long our platform is asked; the bare server is asked for a tenth of that, half of it before and half after. */
  seconds: number
  /** Requests in work at once. */
  connections: number
  /** Physicians who look at their credit. */
  physicians: number
}

/** Completions that can be written while it is measured. */
const writesAtMost = 40_000

/** What a day is made of: registered operations, analysts’ own ones, and credit that comes in, with every guard on. */
export const mixed: Benchmark<Options> = {
  summary: '70 % registered operations, 20 % ad hoc, 10 % writes against the whole platform, every guard on.',
  options: { seconds: 300, connections: 16, physicians: 200 },
  run: (options, say) => withPlatform(say, (platform) => measure(platform, options, say)),
}

async function measure(platform: BenchPlatform, options: Options, say: (line: string) => void): Promise<Report> {
  const { databases, signal } = platform
  const pairs = await readPairs(databases, writesAtMost)
  const people = [...new Set(pairs.map(([person]) => person))].slice(0, options.physicians)
  await openAccounts(databases.gateway, people)
  const accounts: Record<Caller, string[]> = { ada: ['ada'], cy: ['cy'], physician: people.map(accountOf) }
  const requests = await MixedRequests.open(platform, accounts, pairs, people)
  const bare = await BareServer.start(databases.credits)
  try {
    const load = { connections: options.connections, signal }
    const bareSeconds = options.seconds / 20
    const before = await askAllTheTime({ ...load, seconds: bareSeconds, ask: bare.asker() })
    say(`bare server: ${perSecond(before).toFixed(0)} a second`)
    const ours = await askAllTheTime({ ...load, seconds: options.seconds, ask: (number) => requests.ask(number) })
    say(`platform: ${perSecond(ours).toFixed(0)} a second`)
    await sleep(1_000, undefined, { signal })
    const after = await askAllTheTime({ ...load, seconds: bareSeconds, ask: bare.asker() })
    const barePerSecond = (perSecond(before) + perSecond(after)) / 2
    return {
      figures: [
        {
          name: 'requestsPerSecond',
          value: perSecond(ours),
          comparedWith: `a bare server: ${barePerSecond.toFixed(0)}`,
        },
        {
          name: 'p50Ms',
          value: quantile(ours.millis, 0.5),
          comparedWith: `bare: ${quantile(after.millis, 0.5).toFixed(1)}`,
        },
        {
          name: 'p99Ms',
          value: quantile(ours.millis, 0.99),
          comparedWith: `bare: ${quantile(after.millis, 0.99).toFixed(1)}`,
        },
        { name: 'errors', value: ours.errors, comparedWith: `none of ${ours.millis.length} requests may fail` },
        {
          name: 'ratioToBareBaseline',
          value: perSecond(ours) / barePerSecond,
          comparedWith: 'over a bare server that reads one row of Postgres, or inserts one, for each request',
        },
        ...requests.shares(),
      ],
      problems: ours.problems,
    }
  } finally {
    await bare.stop()
  }
}

const perSecond = ({ millis, seconds }: Answered) => millis.length / seconds
