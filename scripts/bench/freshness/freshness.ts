import { setTimeout as sleep } from 'node:timers/promises'
import { centralDay } from '../../../subgraphs/reference/central-day.js'
import { inSession } from '../../seed/load/session.js'
import { adaProviderId } from '../../seed/provider/demo-providers.js'
import { randomStream } from '../../seed/random/random.js'
import type { ApiClient } from '../api-client.js'
import type { Benchmark, Report } from '../benchmark.js'
import { type Offer, readOffers, readTakenPairs } from '../path/offers.js'
import { type Person, readPeople } from '../path/people.js'
import { type BenchPlatform, withPlatform } from '../platform.js'
import { quantile } from '../quantile.js'
import { completionInput } from './completion-input.js'
import { type Screens, watch } from './screens.js'

interface Options extends Record<string, number> {
  /** Completions a second. */
  rate: number
  seconds: number
}

/** One completion in so many is watched until both screens show it. */
const watchedShare = 10
const boardCode = 'ME-MD'

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
  const { databases, signal } = platform
  const licensees = await readLicensees(databases.credits)
  const people = (await readPeople(databases.learners)).filter(({ learnerId }) => licensees.has(learnerId))
  const offers = await readOffers(databases.providers, adaProviderId, centralDay(new Date()))
  const pairs = pairsOf(people, offers, new Set(await readTakenPairs(databases.credits, adaProviderId)), rate * seconds)
  await openAccounts(databases.gateway, pairs)
  const [ada, cy] = [await platform.as('ada'), await platform.as('cy')]

  const problems: string[] = []
  const started = performance.now()
  const sending = pairs.map(async ([person, offer], place): Promise<Sent | undefined> => {
    await sleep((place / rate) * 1000, undefined, { signal })
    try {
      const screens = place % watchedShare ? undefined : { physician: await platform.as(accountOf(person)), board: cy }
      return await send(ada, person, offer, screens, signal)
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
      return undefined
    }
  })
  const sent = (await Promise.all(sending)).filter((one) => one !== undefined)
  const took = (performance.now() - started) / 1000
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

/** Whom the board sees. */
function readLicensees(creditsUrl: string): Promise<Set<string>> {
  const sql = `select distinct learner_id::text as "learnerId" from learner_license
    where board_code = $1 and status = 'ACTIVE' and coalesce(effective_to, 'infinity') >= current_date`
  return inSession(creditsUrl, async (client) => {
    const { rows } = await client.query<{ learnerId: string }>(sql, [boardCode])
    return new Set(rows.map(({ learnerId }) => learnerId))
  })
}

/** People with activities that they have nothing of yet, each pair once. */
function pairsOf(people: readonly Person[], offers: readonly Offer[], taken: Set<string>, count: number) {
  const random = randomStream(1, 'bench freshness')(0)
  const pairs: [Person, Offer][] = []
  for (let tries = 0; pairs.length < count && tries < count * 100; tries += 1) {
    const [person, offer] = [random.pick(people), random.pick(offers)]
    const key = `${person.learnerId} ${offer.activityId}`
    if (taken.has(key)) continue
    taken.add(key)
    pairs.push([person, offer])
  }
  return pairs
}

const accountOf = ({ learnerId }: Person) => `bench-${learnerId}`

/** Lets the physicians sign in whose screens are watched. */
const openAccounts = (gatewayUrl: string, pairs: readonly (readonly [Person, Offer])[]): Promise<unknown> =>
  inSession(gatewayUrl, (client) =>
    client.query(
      `insert into account (account_id, display_name, role, learner_id)
       select 'bench-' || learner, 'Bench', 'PHYSICIAN', learner from (select distinct unnest($1::uuid[]) as learner) as given`,
      [pairs.map(([{ learnerId }]) => learnerId)],
    ),
  )

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
