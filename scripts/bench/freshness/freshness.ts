import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiClient } from '../api-client.js'
import type { Benchmark, Report } from '../benchmark.js'
import type { Offer } from '../path/offers.js'
import type { Person } from '../path/people.js'
import { type BenchPlatform, withPlatform } from '../platform.js'
import { quantile } from '../quantile.js'
import { completionInput } from './completion-input.js'
import { accountOf, openAccounts, readPairs } from './pairs.js'
import { type Screens, watch } from './screens.js'

interface Options extends Record<string, number> {
  /** Completions a second. */
  rate: number
  seconds: number
}

/** One completion in so many is watched until both screens show it. */
const watchedShare = 10

/** Seconds of the same before it is measured, in which the parts compile what they run. */
const warmUpSeconds = 5

/** Completions by web service, until the physician and the licensing board see them. */
export const freshness: Benchmark<Options> = {
  summary: 'From sending a completion by web service until the physician’s screen and the board’s show it.',
  options: { rate: 200, seconds: 15 },
  run: (options, say) => withPlatform(say, (platform) => measure(platform, options)),
}

interface Sent {
  /** Milliseconds until the mutation was answered. */
  answeredMs: number
  /** Milliseconds until both screens had it; undefined where nobody looked. */
  seenMs: number | undefined
}

async function measure(platform: BenchPlatform, { rate, seconds }: Options): Promise<Report> {
  const { databases } = platform
  const pairs = await readPairs(databases, rate * (warmUpSeconds + seconds))
  await openAccounts(
    databases.gateway,
    pairs.map(([person]) => person),
  )
  const callers = { ada: await platform.as('ada'), board: await platform.as('cy') }
  const measured = pairs.splice(rate * warmUpSeconds)
  await sendAll(platform, callers, pairs, rate)
  const { sent, problems, took } = await sendAll(platform, callers, measured, rate)
  const seen = sent.flatMap(({ seenMs }) => seenMs ?? [])
  const answered = sent.map(({ answeredMs }) => answeredMs)
  return {
    figures: [
      { name: 'completions', value: sent.length, comparedWith: `asked for: ${rate * seconds}, ${rate} a second` },
      { name: 'perSecond', value: sent.length / took, comparedWith: 'until the last was seen' },
      { name: 'p50Ms', value: quantile(seen, 0.5), comparedWith: `${seen.length} watched on both screens` },
      { name: 'p95Ms', value: quantile(seen, 0.95), comparedWith: 'the goal is 2,000' },
      {
        name: 'answeredP95Ms',
        value: quantile(answered, 0.95),
        comparedWith: 'until the service has answered, all of them',
      },
    ],
    problems: [...new Set(problems)].slice(0, 5),
  }
}

interface Callers {
  ada: ApiClient
  board: ApiClient
}

/** Sends so many completions a second, whether or not those before were answered. */
async function sendAll(
  { as, signal }: BenchPlatform,
  { ada, board }: Callers,
  pairs: readonly [Person, Offer][],
  rate: number,
) {
  const problems: string[] = []
  const started = performance.now()
  const sending = pairs.map(async ([person, offer], place): Promise<Sent | undefined> => {
    await sleep((place / rate) * 1000, undefined, { signal })
    try {
      const screens = place % watchedShare ? undefined : { physician: await as(accountOf(person)), board }
      return await send(ada, person, offer, screens, signal)
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
      return undefined
    }
  })
  const sent = (await Promise.all(sending)).filter((one) => one !== undefined)
  return { sent, problems, took: (performance.now() - started) / 1000 }
}

async function send(
  ada: ApiClient,
  person: Person,
  offer: Offer,
  screens: Screens | undefined,
  signal: AbortSignal,
): Promise<Sent> {
  const sentAt = performance.now()
  const { submitCompletion } = await ada.ask<{
    submitCompletion: { row: { outcome: string; completion: { completionId: string } | null } }
  }>(
    `mutation ($input: CompletionInput!) { submitCompletion(input: $input) { row { outcome completion { completionId } } } }`,
    { input: completionInput(person, offer) },
  )
  const answeredMs = performance.now() - sentAt
  const { outcome, completion } = submitCompletion.row
  if (!completion) throw new Error(`A completion ended as ${outcome}.`)
  if (!screens) return { answeredMs, seenMs: undefined }
  await watch(screens, person.learnerId, completion.completionId, signal)
  return { answeredMs, seenMs: performance.now() - sentAt }
}
