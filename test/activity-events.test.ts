import fc from 'fast-check'
import { readModels } from '../scripts/rebuild/read-models.js'
import { readFacts } from '../subgraphs/credits/activity/activity-fact.js'
import type { ActivitySource } from '../subgraphs/credits/activity/activity-source.js'
import { currentActivities } from '../subgraphs/credits/activity/current-activities.js'
import { activitiesModel } from '../subgraphs/credits/activity/follow-activities.js'
import { catchUp } from '../subgraphs/shared/outbox/follow.js'
import { TwoDatabases } from './setup/two-databases.js'

let both: TwoDatabases
const ids = ['200000001', '200000002', '200000003', '200000004']
const unknown = '299999999'

beforeAll(async () => {
  both = await TwoDatabases.start()
  for (const id of ids) await both.addActivity(id)
})
afterAll(() => both.stop())

/** What may happen to an activity, or to the way of its news. */
type Step =
  | { kind: 'CHANGE'; id: string; set: string }
  | { kind: 'REGISTER'; id: string; quarters: number }
  | { kind: 'WITHDRAW'; id: string }
  | { kind: 'FOLLOW' | 'FOLLOW_AGAIN' | 'FOLLOW_AND_DIE' | 'REBUILD' | 'LOOK_UP' }

const anId = fc.constantFrom(...ids)
const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('CHANGE' as const),
    id: anId,
    set: fc.constantFrom(
      `status = 'CLOSED'`,
      `status = 'ACTIVE'`,
      `title = 'It’s “new” \\ and long'`,
      'credit_quarters = 7',
      `ends_on = '2026-06-30'`,
      `activity_format = 'ENDURING'`,
    ),
  }),
  fc.record({ kind: fc.constant('REGISTER' as const), id: anId, quarters: fc.integer({ min: 1, max: 80 }) }),
  fc.record({ kind: fc.constant('WITHDRAW' as const), id: anId }),
  fc.record({
    kind: fc.constantFrom('FOLLOW', 'FOLLOW_AGAIN', 'FOLLOW_AND_DIE', 'REBUILD', 'LOOK_UP' as const),
  }),
)

/** Tells each event twice, and begins a page before the place that was asked for. */
function repeating(source: ActivitySource): ActivitySource {
  return {
    ...source,
    events: async (after) => {
      const early = await source.events('0:0')
      const { events, endCursor } = await source.events(after)
      return { events: events.length ? [...early.events, ...events, ...events] : [], endCursor }
    },
  }
}

/** Dies when the events are applied and before that is remembered. */
async function followAndDie(): Promise<void> {
  const model = activitiesModel(both.activities)
  const dying = {
    ...model,
    apply: async (...call: Parameters<typeof model.apply>) => {
      await model.apply(...call)
      throw new Error('killed')
    },
  }
  await catchUp(both.credits.em.fork(), dying).catch((error: Error) => expect(error.message).toBe('killed'))
}

const steps: Record<Step['kind'], (step: never) => Promise<unknown>> = {
  CHANGE: ({ id, set }: { id: string; set: string }) =>
    both.change(id, (em) => em.execute(`update activity set ${set} where activity_id = '${id}'`)),
  REGISTER: ({ id, quarters }: { id: string; quarters: number }) =>
    both.change(id, (em) =>
      em.execute(
        `insert into moc_registration (activity_id, board_code, point_quarters, credit_types, attestations, attested_by, attested_at)
         values ('${id}', 'ABIM', ${quarters}, '{MK}', '{}', 'ada', now())
         on conflict (activity_id, board_code) do update set point_quarters = ${quarters}, status = 'ACTIVE'`,
      ),
    ),
  WITHDRAW: ({ id }: { id: string }) =>
    both.change(id, (em) => em.execute(`update moc_registration set status = 'WITHDRAWN' where activity_id = '${id}'`)),
  FOLLOW: () => catchUp(both.credits.em.fork(), activitiesModel(both.activities)),
  FOLLOW_AGAIN: () => catchUp(both.credits.em.fork(), activitiesModel(repeating(both.activities))),
  FOLLOW_AND_DIE: followAndDie,
  REBUILD: () =>
    both.credits.em.fork().transactional(async (em) => void (await activitiesModel(both.activities).rebuild(em))),
  // However late the read model is, the path of a row sees what the owner says.
  LOOK_UP: async () => {
    const looked = await currentActivities(both.credits.em.fork(), both.activities, [...ids, unknown])
    expect(looked).toEqual(await both.activities.facts([...ids, unknown]))
  },
}

test('the read model of activities agrees with the owner after any changes, with news late, repeated and cut off', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 25 }), async (story) => {
      for (const step of story) await steps[step.kind](step as never)
      await both.followAll()
      expect(await readFacts(both.credits.em.fork(), ids)).toEqual(await both.activities.facts(ids))
    }),
    { numRuns: 25 },
  )
  expect(await both.differences()).toEqual([])
}, 120_000)

test('the path of a row reads facts from the read model, and asks the owner only for those that are late', async () => {
  await both.followAll()
  const asked: (readonly string[])[] = []
  const counting = {
    ...both.activities,
    facts: (some: readonly string[]) => {
      asked.push(some)
      return both.activities.facts(some)
    },
  }
  await currentActivities(both.credits.em.fork(), counting, [...ids, unknown])
  expect(asked).toEqual([])
  const [late] = ids
  await both.change(late ?? '', (em) => em.execute(`update activity set title = 'Late' where activity_id = '${late}'`))
  await currentActivities(both.credits.em.fork(), counting, [...ids, unknown])
  expect(asked).toEqual([[late]])
})

test('each read model is rebuilt from zero by its name, whatever stood there (npm run rebuild)', async () => {
  const [id] = ids
  const credits = both.credits.em.fork()
  await both.followAll()
  await both.tellAll()
  await credits.execute(`insert into activity_credit_count values ('${id}', '', 5, 0, 1)`)
  await credits.execute(`update activity_fact set quarters = quarters + 1, title = 'Wrong'`)
  await both.providers.em.fork().execute(`insert into activity_credit values ('200000009', '', 7, 0, 9)`)
  expect((await both.differences()).length).toBeGreaterThan(2)

  const owners = {
    owners: both.ownersWith(async () => []),
    activities: both.activities,
    creditListener: both.listener,
    reviewListener: { receive: unasked },
    learners: { licenses: unasked, merges: unasked, events: unasked },
    foreignEntities: unasked,
    close: async () => undefined,
  }
  for (const name of ['activities', 'counts', 'credit']) await readModels[name]?.rebuild(both.credits.em.fork(), owners)
  await both.tellAll()
  expect(await both.differences()).toEqual([])
})

const unasked = () => Promise.reject(new Error('Nobody asks about learners here.'))
