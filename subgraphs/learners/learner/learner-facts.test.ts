import { setTimeout } from 'node:timers/promises'
import { executeBound } from '../../shared/postgres/bound.js'
import { aPerson, insertPeople } from '../testing/people.js'
import { claimsOf, TestSubgraph } from '../testing/subgraph.js'
import { type LearnerEvent, tellChangedSql } from './learner-event.js'
import type { LicenseFact } from './license-fact.js'

let subgraph: TestSubgraph
const people = Array.from({ length: 7 }, (_, index) =>
  aPerson({
    licenses: [
      { state: 'ME', number: `MD${index}` },
      { state: 'NH', number: `${index}`, status: 'EXPIRED', to: '2020-12-31' },
    ],
  }),
)

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  await insertPeople(subgraph.orm.em.fork(), people)
})
afterAll(() => subgraph.stop())

interface FactPage {
  learnerLicenseFacts: { facts: LicenseFact[]; nextCursor: string | null; eventCursor: string }
}
const factsQuery = `query ($after: String, $first: Int) {
  learnerLicenseFacts(after: $after, first: $first) {
    facts { learnerId licenseId boardCode state status effectiveFrom effectiveTo } nextCursor eventCursor
  }
}`
async function facts(after: string | null, first: number) {
  const { data } = await subgraph.askAsCredits<FactPage>(factsQuery, { after, first })
  if (!data) throw new Error('There is no page of facts.')
  return data.learnerLicenseFacts
}

interface EventPage {
  learnerEvents: { events: LearnerEvent[]; endCursor: string | null }
}
const eventsQuery = `query ($after: String, $first: Int) {
  learnerEvents(after: $after, first: $first) {
    events {
      eventId type learnerId survivors { learnerId survivorId }
      licenses { learnerId licenseId boardCode state status effectiveFrom effectiveTo }
    }
    endCursor
  }
}`
async function events(after: string | null) {
  const { data } = await subgraph.askAsCredits<EventPage>(eventsQuery, { after, first: 100 })
  if (!data) throw new Error('There is no page of events.')
  return data.learnerEvents
}

/** The next events, once nobody else on the server holds them back. */
async function told(after: string | null, count: number) {
  for (let attempt = 0; attempt < 500; attempt++) {
    const page = await events(after)
    if (page.events.length >= count) return page
    await setTimeout(20)
  }
  throw new Error(`${count} events were not told.`)
}

/** Revokes a license and tells of it, as whoever changes a learner does. */
const revoke = ({ licenseId, learnerId }: LicenseFact) =>
  subgraph.orm.em.fork().transactional(async (em) => {
    await em.execute(
      `update license_record set status = 'REVOKED', effective_to = '2026-06-30' where license_id = ?::uuid`,
      [licenseId],
    )
    await executeBound(em, tellChangedSql, [[learnerId]])
  })

test('all facts are read page by page, each once', async () => {
  const read: LicenseFact[] = []
  let after: string | null = null
  let pages = 0
  do {
    const page = await facts(after, 5)
    read.push(...page.facts)
    after = page.nextCursor
    pages++
  } while (after)
  expect(pages).toBe(3)
  expect(new Set(read.map(({ licenseId }) => licenseId)).size).toBe(14)
  expect(new Set(read.map(({ learnerId }) => learnerId))).toEqual(new Set(people.map(({ learnerId }) => learnerId)))
  expect(read.filter(({ state }) => state === 'NH')[0]).toMatchObject({
    boardCode: 'NH-MD',
    status: 'EXPIRED',
    effectiveFrom: '2015-01-01',
    effectiveTo: '2020-12-31',
  })
})

test('who has read all facts goes on with the events, and misses none', async () => {
  const { facts: all, eventCursor } = await facts(null, 100)
  expect((await events(eventCursor)).events).toEqual([])
  const [fact] = all
  if (!fact) throw new Error('There are no facts.')
  await revoke(fact)

  const first = await told(eventCursor, 1)
  const licenses = all
    .filter(({ learnerId }) => learnerId === fact.learnerId)
    .map((license) =>
      license.licenseId === fact.licenseId ? { ...license, status: 'REVOKED', effectiveTo: '2026-06-30' } : license,
    )
  expect(first.events).toEqual([
    {
      eventId: expect.any(String),
      type: 'LEARNER_CHANGED',
      learnerId: fact.learnerId,
      licenses: expect.arrayContaining(licenses),
      survivors: [],
    },
  ])
  expect(first.events[0]?.licenses).toHaveLength(licenses.length)
  expect(await events(first.endCursor)).toEqual({ events: [], endCursor: first.endCursor })
})

test('pages have a limit, and nobody outside the platform may ask', async () => {
  const codeOf = ({ errors }: { errors?: readonly { extensions: unknown }[] }) => errors?.[0]?.extensions
  const mergesQuery = `query ($after: String, $first: Int) {
    learnerMergeFacts(after: $after, first: $first) { facts { learnerId survivorId } nextCursor }
  }`
  for (const query of [factsQuery, mergesQuery, eventsQuery]) {
    expect(codeOf(await subgraph.askAsCredits(query, { first: 5_001 }))).toMatchObject({ code: 'PAGE_TOO_LARGE' })
    expect(codeOf(await subgraph.askAsCredits(query, { first: 0 }))).toMatchObject({ code: 'PAGE_TOO_LARGE' })
    expect(codeOf(await subgraph.askAsCredits(query, { after: 'x' }))).toMatchObject({ code: 'CURSOR_INVALID' })
    expect(codeOf(await subgraph.ask(query, claimsOf('OPERATOR')))).toMatchObject({ code: 'NOT_FOUND' })
  }
})
