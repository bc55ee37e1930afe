import { readFileSync } from 'node:fs'
import { Pool } from 'undici'
import type { Figure } from '../benchmark.js'
import { completionInput } from '../freshness/completion-input.js'
import type { Offer } from '../path/offers.js'
import type { Person } from '../path/people.js'
import type { BenchPlatform } from '../platform.js'
import { postJson } from '../post-json.js'

/** Who asks: Ada of a provider, Cy of a licensing board, or one of the physicians. */
export type Caller = 'ada' | 'cy' | 'physician'

interface Asked {
  caller: Caller
  body: object
}

type Make = (number: number) => Asked
type Kind = 'registered' | 'adHoc' | 'write'

/** Of ten requests seven are registered operations, two are written by an analyst, and one reports credit. */
const day: readonly Kind[] = [
  'write',
  'registered',
  'registered',
  'adHoc',
  'registered',
  'registered',
  'registered',
  'adHoc',
  'registered',
  'registered',
]

/** What providers, boards and physicians ask, one after the other, no request the same as another. */
export class MixedRequests {
  private readonly counts: Record<Kind, number> = { registered: 0, adHoc: 0, write: 0 }
  private readonly pool: Pool
  private readonly makers: Record<Kind, readonly Make[]>

  private constructor(
    url: string,
    private readonly tokens: Record<Caller, string[]>,
    private readonly pairs: readonly (readonly [Person, Offer])[],
    people: readonly Person[],
  ) {
    this.pool = new Pool(url, { connections: 64 })
    this.makers = { registered: registered(people, pairs), adHoc: adHoc(people), write: [() => this.write()] }
  }

  static async open(
    platform: BenchPlatform,
    accounts: Record<Caller, string[]>,
    pairs: readonly (readonly [Person, Offer])[],
    people: readonly Person[],
  ): Promise<MixedRequests> {
    const tokensOf = (caller: Caller) => Promise.all(accounts[caller].map((account) => platform.tokenOf(account)))
    const [ada, cy, physician] = await Promise.all([tokensOf('ada'), tokensOf('cy'), tokensOf('physician')])
    return new MixedRequests(platform.url, { ada, cy, physician }, pairs, people)
  }

  /** Sends the request of a number; what is wrong with its answer, undefined where nothing is. */
  async ask(number: number): Promise<string | undefined> {
    const kind = pick(day, number)
    const { caller, body } = pick(this.makers[kind], this.counts[kind])(number)
    this.counts[kind] += 1
    const headers = { authorization: `Bearer ${pick(this.tokens[caller], number)}` }
    const { status, text } = await postJson(this.pool, {
      path: '/graphql',
      headers,
      body: JSON.stringify(body),
      maxBytes: 64 * 1024 * 1024,
    })
    if (status === 200 && !text.startsWith('{"errors"') && !text.includes('"outcome":"REJECTED"')) return undefined
    return `${status} ${text.slice(0, 300)}`
  }

  /** How many requests of each kind were sent. */
  shares(): Figure[] {
    return Object.entries(this.counts).map(([kind, value]) => ({
      name: kind,
      value,
      decimals: 0,
      comparedWith: 'sent',
    }))
  }

  private write(): Asked {
    const pair = this.pairs[this.counts.write]
    if (!pair) throw new Error('There is nobody left to report credit of.')
    const variables = { input: completionInput(...pair) }
    const query =
      'mutation ($input: CompletionInput!) { submitCompletion(input: $input) { row { outcome completion { completionId } } } }'
    return { caller: 'ada', body: { query, variables } }
  }
}

/** The operations of our pages, by their hash. */
function registered(people: readonly Person[], pairs: readonly (readonly [Person, Offer])[]): Make[] {
  const texts: Record<string, string> = JSON.parse(readFileSync('clients/graphql/persisted-documents.json', 'utf8'))
  const named = (caller: Caller, name: string, variables: (number: number) => object): Make => {
    const documentId = Object.keys(texts).find((hash) => new RegExp(`\\bquery ${name}\\b`).test(texts[hash] ?? ''))
    if (!documentId) throw new Error(`No page asks ${name}.`)
    return (number) => ({ caller, body: { documentId, variables: variables(number) } })
  }
  return [
    named('cy', 'Licensees', (number) => ({ ...year, search: pick(people, number).familyName })),
    named('physician', 'ReportingDetails', () => ({})),
    named('cy', 'Licensee', (number) => ({ ...year, learnerId: pick(people, number).learnerId })),
    named('physician', 'FindActivities', (number) => ({ sort: 'RELEVANCE', text: pick(topics, number) })),
    named('ada', 'EntryActivity', (number) => ({ activityId: pick(pairs, number)[1].activityId })),
    named('physician', 'SuggestActivities', (number) => ({ text: pick(topics, number).slice(0, 4) })),
    named('ada', 'ActivityPicker', (number) => ({ search: pick(topics, number) })),
    named('cy', 'BoardDashboard', () => year),
  ]
}

/** What an analyst of a board writes down once and never again: every text is another one. */
function adHoc(people: readonly Person[]): Make[] {
  return [
    (number) => ({
      caller: 'cy',
      body: {
        query: `{ licensees(first: ${1 + (number % 25)}, search: ${JSON.stringify(pick(people, number).familyName)}) {
          edges { node { givenName familyName x${number}: npi } } } }`,
      },
    }),
    (number) => ({
      caller: 'cy',
      body: {
        query: `{ licensee(learnerId: "${pick(people, number).learnerId}") { familyName x${number}: givenName
          creditSummary(from: "${year.from}", to: "${year.to}") { credits completions } } }`,
      },
    }),
  ]
}

const year = { from: '2026-01-01', to: '2026-12-31' }
const topics = ['heart', 'diabetes', 'pediatric', 'imaging', 'opioid', 'stroke', 'asthma', 'ethics', 'sleep', 'cancer']

function pick<T>(items: readonly T[], number: number): T {
  const item = items[number % items.length]
  if (item === undefined) throw new Error('There is nothing to take from.')
  return item
}
