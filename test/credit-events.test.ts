import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { activitiesModel } from '../subgraphs/credits/activity/follow-activities.js'
import { CompletionSource } from '../subgraphs/credits/completion/completion.js'
import { countCredit, countOf } from '../subgraphs/credits/count/count-credit.js'
import type { CreditListener, CreditNews } from '../subgraphs/credits/count/credit-listener.js'
import { findMiscounts, recountCredit } from '../subgraphs/credits/count/recount-credit.js'
import { keepTelling, tellNext } from '../subgraphs/credits/count/tell-credit.js'
import { judgeChunk, prepareChunk } from '../subgraphs/credits/record/apply-chunk.js'
import { cells, matched, mocCells } from '../subgraphs/credits/record/testing.js'
import { writeVerdicts } from '../subgraphs/credits/record/write-verdicts.js'
import { endForgottenHolds } from '../subgraphs/providers/credit/activity-hold.js'
import { makeCreditCertain, whenCreditIsCertain } from '../subgraphs/providers/credit/credit-certainty.js'
import { reportsCredit } from '../subgraphs/providers/credit/reports-credit.js'
import { codeOf, conflict } from '../subgraphs/shared/errors.js'
import { createLog } from '../subgraphs/shared/log.js'
import { follow } from '../subgraphs/shared/outbox/follow.js'
import { inTime } from '../subgraphs/shared/upload/in-time.js'
import { northernLight, TwoDatabases } from './setup/two-databases.js'

let both: TwoDatabases
let number = 200000000
const nextId = () => String(++number)
const log = createLog('test', 'silent')
const today = '2026-06-30'

beforeAll(async () => {
  both = await TwoDatabases.start()
})
afterAll(() => both.stop())

/** Records a row for a new learner, or takes one back, as a file does; resolves to the outcome. */
async function record(changes: Parameters<typeof cells>[0], learnerId = v7()): Promise<string> {
  const owners = both.ownersWith(async (claims) =>
    claims.map(() => ({ license: matched(learnerId), diplomate: matched(learnerId) })),
  )
  const prepare = () => prepareChunk([{ rowNumber: 3, cells: cells(changes) }], owners, northernLight)
  return inTime(await prepare(), prepare, (chunk) =>
    both.credits.em.fork().transactional(async (em) => {
      const verdicts = await judgeChunk(em, chunk, { providerId: northernLight, today, newId: v7 })
      await writeVerdicts(em, verdicts, {
        providerId: northernLight,
        source: CompletionSource.FILE,
        batchId: v7(),
        submittedBy: 'ada',
      })
      return verdicts[0]?.outcome ?? 'NONE'
    }),
  )
}

/** Changes an activity as its owner does: refused where credit is known, made where there is none for certain. */
const changeWithout = (activityId: string, boards: string[] | undefined, set: string, attempts?: number) =>
  whenCreditIsCertain(
    both.providers.em.fork(),
    async (em) => {
      const known = await em.execute<{ board: string }[]>(
        'select board_code as board from activity_credit where activity_id = ? and accepted + pending > 0',
        [activityId],
      )
      if (known.some(({ board }) => !boards || boards.includes(board))) throw conflict('There is credit.')
      await makeCreditCertain(em, [{ activityId, providerId: northernLight, ...(boards ? { boards } : {}) }])
      await both.changeWithin(em, activityId, (inside) =>
        inside.execute(`update activity set ${set} where activity_id = ?`, [activityId]),
      )
    },
    attempts,
  ).then(
    () => 'CHANGED',
    (error: unknown) => codeOf(error) ?? String(error),
  )
const remove = async (activityId: string, attempts?: number) =>
  (await changeWithout(activityId, undefined, `status = 'DELETED'`, attempts)).replace('CHANGED', 'DELETED')

/** Both directions at work, as in a worker; ends with `stop`. */
function atWork() {
  const stopping = new AbortController()
  const working = [
    follow(both.credits.em, activitiesModel(both.activities), log, stopping.signal),
    keepTelling(both.credits.em, both.listener, log, stopping.signal),
  ]
  return async () => {
    stopping.abort()
    await Promise.all(working)
  }
}

const liveCounts = async () =>
  (
    await both.credits.em.fork().execute<{ key: string; fact: string }[]>(
      `select activity_id || ' ' || board_code as key,
         count(*) filter (where status = 'ACCEPTED') || ' ' || count(*) filter (where status = 'PENDING') as fact
       from live_credit where status <> 'REJECTED' group by activity_id, board_code order by 1`,
    )
  ).map(({ key, fact }) => `${key}: ${fact}`)
const heardCounts = async () =>
  (
    await both.providers.em.fork().execute<{ key: string; fact: string }[]>(
      `select activity_id || ' ' || board_code as key, accepted || ' ' || pending as fact
       from activity_credit where accepted + pending > 0 order by 1`,
    )
  ).map(({ key, fact }) => `${key}: ${fact}`)

describe('credit that arrives at the moment in which its activity is deleted (A42)', () => {
  test('either the credit or the deletion wins, never both, in any order of events', async () => {
    const stop = atWork()
    const ends = new Set<string>()
    try {
      await Promise.all(
        Array.from({ length: 12 }, async (_, round) => {
          const activityId = nextId()
          await both.addActivity(activityId)
          const rows = Array.from({ length: 4 }, async (_unused, row) => {
            await sleep((round % 4) * 90 * row)
            return record({ activityId })
          })
          const deleting = sleep((round % 3) * 120).then(() => remove(activityId, 80))
          const [end, ...outcomes] = await Promise.all([deleting, ...rows])
          ends.add(end)
          const accepted = outcomes.filter((outcome) => outcome === 'ACCEPTED').length
          expect({ activityId, end, accepted }).toEqual(
            accepted ? { activityId, end: 'CONFLICT', accepted } : { activityId, end: 'DELETED', accepted: 0 },
          )
          // Whoever comes later hears of the deletion at once, and is not held up by what was refused.
          expect(await record({ activityId })).toBe(end === 'DELETED' ? 'REJECTED' : 'ACCEPTED')
        }),
      )
      expect(ends).toContain('CONFLICT')
      const quiet = nextId()
      await both.addActivity(quiet)
      expect(await remove(quiet)).toBe('DELETED')
    } finally {
      await stop()
    }
  }, 90_000)

  test('a row judged on what was known before the hold is still counted, since it is told of first', async () => {
    const activityId = nextId()
    await both.addActivity(activityId)
    await both.followAll()
    await both.tellAll()
    const owners = both.ownersWith(async (claims) =>
      claims.map(() => ({ license: matched(v7()), diplomate: matched(v7()) })),
    )
    const chunk = await prepareChunk([{ rowNumber: 3, cells: cells({ activityId }) }], owners, northernLight)
    const recording = both.credits.em.fork()
    await recording.begin()
    const verdicts = await judgeChunk(recording, chunk, { providerId: northernLight, today, newId: v7 })
    const deleting = remove(activityId, 80)
    const stop = atWork()
    await sleep(600)
    await writeVerdicts(recording, verdicts, {
      providerId: northernLight,
      source: CompletionSource.FILE,
      batchId: v7(),
      submittedBy: 'ada',
    })
    await recording.commit()
    expect(await deleting).toBe('CONFLICT')
    await stop()
  }, 30_000)

  test('where credits is silent the deletion is refused with a retry, and nothing stays held', async () => {
    const activityId = nextId()
    await both.addActivity(activityId)
    expect(await remove(activityId, 2)).toBe('OVERLOADED')
    expect(await both.providers.em.fork().execute('select from activity_hold')).toEqual([])
    expect(await record({ activityId })).toBe('ACCEPTED')
  })

  test('what somebody held who died before letting go is released', async () => {
    const em = both.providers.em.fork()
    await em.execute(
      `insert into activity_hold values (?, gen_random_uuid(), '${northernLight}', now() - interval '1 second')`,
      [nextId()],
    )
    expect(await endForgottenHolds(em)).toBe(1)
    expect(await endForgottenHolds(em)).toBe(0)
  })

  test('several who change the same activity at once wait for each other', async () => {
    const activityId = nextId()
    await both.addActivity(activityId)
    const stop = atWork()
    try {
      const ends = await Promise.all(
        [1, 2, 3].map(() => changeWithout(activityId, undefined, `starts_on = '2026-06-02'`)),
      )
      expect(ends).toEqual(['CHANGED', 'CHANGED', 'CHANGED'])
    } finally {
      await stop()
    }
  })

  test('only points of the board that is withdrawn stand against it (M15)', async () => {
    const activityId = nextId()
    await both.addActivity(activityId)
    await record({ activityId })
    const stop = atWork()
    try {
      expect(await changeWithout(activityId, ['ABIM'], `title = 'Without ABIM'`)).toBe('CHANGED')
      expect(await changeWithout(activityId, [''], `title = 'Without CME'`)).toBe('CONFLICT')
    } finally {
      await stop()
    }
  })
})

type Step =
  | { kind: 'award' | 'takeBack' | 'awardMoc'; learner: number; activity: number }
  | { kind: 'decide'; decision: 'ACCEPTED' | 'REJECTED' }
  | { kind: 'tell' | 'tellTwice' | 'tellAndDie' | 'startOver' }

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('award', 'award', 'awardMoc', 'takeBack' as const),
    learner: fc.integer({ min: 0, max: 2 }),
    activity: fc.integer({ min: 0, max: 1 }),
  }),
  fc.record({
    kind: fc.constant('decide' as const),
    decision: fc.constantFrom('ACCEPTED' as const, 'REJECTED' as const),
  }),
  fc.record({ kind: fc.constantFrom('tell', 'tellTwice', 'tellAndDie', 'startOver' as const) }),
)

describe('what providers hears of credit', () => {
  const learners = [v7(), v7(), v7()]
  const activities = [nextId(), nextId()]

  beforeAll(async () => {
    for (const activityId of activities) {
      await both.addActivity(activityId)
      await both.change(activityId, (em) =>
        em.execute(
          `insert into moc_registration (activity_id, board_code, point_quarters, credit_types, attestations, attested_by, attested_at)
           values (?, 'ABIM', 40, '{MK}', '{}', 'ada', now())`,
          [activityId],
        ),
      )
    }
  })

  /** Sends every page twice, the first time after the second where it can. */
  const twice: CreditListener = {
    position: () => both.listener.position(),
    async receive(news: CreditNews) {
      await both.listener.receive(news)
      return both.listener.receive({ ...news, startsOver: false })
    },
  }
  const dying: CreditListener = {
    position: () => both.listener.position(),
    receive: (news) => both.listener.receive(news).then(() => Promise.reject(new Error('killed'))),
  }

  /** A board decides on the first of its points that wait, as `decideMoc` does. */
  const decide = (decision: 'ACCEPTED' | 'REJECTED') =>
    both.credits.em.fork().transactional(async (em: EntityManager) => {
      const [part] = await em.execute<{ partId: string; activityId: string; recordedOn: string }[]>(
        `update live_credit set status = ? where (learner_id, part_id) in (
           select learner_id, part_id from live_credit where status = 'PENDING' order by part_id limit 1)
         returning part_id as "partId", activity_id as "activityId",
           (recorded_at at time zone 'America/Chicago')::date::text as "recordedOn"`,
        [decision],
      )
      if (!part) return
      const { activityId, recordedOn } = part
      const change = { activityId, providerId: northernLight, boardCode: 'ABIM', recordedOn }
      await countCredit(em, [
        { ...change, ...countOf('PENDING', -1) },
        { ...change, ...countOf(decision, 1) },
      ])
    })

  const steps: Record<Step['kind'], (step: never) => Promise<unknown>> = {
    award: ({ learner, activity }: { learner: number; activity: number }) =>
      record({ activityId: activities[activity] ?? '' }, learners[learner]),
    awardMoc: ({ learner, activity }: { learner: number; activity: number }) =>
      record({ activityId: activities[activity] ?? '', ...mocCells }, learners[learner]),
    takeBack: ({ learner, activity }: { learner: number; activity: number }) =>
      record({ activityId: activities[activity] ?? '', recordAction: 'Delete' }, learners[learner]),
    decide: ({ decision }: { decision: 'ACCEPTED' | 'REJECTED' }) => decide(decision),
    tell: () => tellNext(both.credits.em.fork(), both.listener),
    tellTwice: () =>
      Promise.all([tellNext(both.credits.em.fork(), twice), tellNext(both.credits.em.fork(), both.listener)]),
    tellAndDie: () =>
      tellNext(both.credits.em.fork(), dying).catch((error: Error) => expect(error.message).toBe('killed')),
    startOver: () => both.providers.em.fork().execute('update credit_position set position = null'),
  }

  test('agrees with the ledger after any records, deletions and decisions, with news late, repeated and cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 20 }), async (story) => {
        for (const step of story) await steps[step.kind](step as never)
        await both.tellAll()
        expect(await heardCounts()).toEqual(await liveCounts())
        expect(await findMiscounts(both.credits.em.fork())).toEqual([])
      }),
      { numRuns: 20 },
    )
  }, 120_000)

  test('a chunk of rows makes one event for each activity and provider, not one for each row', async () => {
    const events = async () =>
      (await both.credits.em.fork().execute<{ n: number }[]>('select count(*)::int as n from outbox_event'))[0]?.n ?? 0
    const before = await events()
    await both.credits.em.fork().transactional((em) =>
      countCredit(
        em,
        Array.from({ length: 500 }, (_, row) => ({
          activityId: activities[row % 2] ?? '',
          providerId: northernLight,
          boardCode: row % 3 ? '' : 'ABIM',
          recordedOn: '2026-06-30',
          ...countOf('ACCEPTED', 1),
        })),
      ),
    )
    expect((await events()) - before).toBe(3)
  })

  test('sums that went wrong are found and counted anew, and providers hears of it', async () => {
    expect(await findMiscounts(both.credits.em.fork())).not.toEqual([])
    await recountCredit(both.credits.em.fork())
    expect(await findMiscounts(both.credits.em.fork())).toEqual([])
    await both.tellAll()
    expect(await heardCounts()).toEqual(await liveCounts())
    await both.followAll()
    // The test decides without the ledger, so that is all that may differ.
    expect((await both.differences()).filter((line) => !line.includes('PENDING'))).toEqual([])
  })

  test.each([
    ['a record of today', '2026-06-30', true],
    ['one day less than 12 months ago', '2025-07-01', true],
    ['12 months ago', '2025-06-30', false],
    ['years ago', '2020-01-01', false],
  ])('a provider reports learner credit by %s, or not (V06)', async (_when, recordedOn, reports) => {
    const em = both.providers.em.fork()
    await em.execute(`insert into provider_credit_day values ('1234567', ?, 1, 1)`, [recordedOn])
    expect(await reportsCredit(em, '1234567', '2026-06-30')).toEqual({
      reportsLearnerCredit: reports,
      lastRecordedOn: recordedOn,
    })
    await em.execute(`delete from provider_credit_day where provider_id = '1234567'`)
  })

  test('credit that was taken back does not count, and while nothing is told nobody is judged (V06)', async () => {
    const em = both.providers.em.fork()
    await em.execute(`insert into provider_credit_day values ('1234567', '2026-06-30', 0, 1)`)
    expect(await reportsCredit(em, '1234567', '2026-06-30')).toEqual({
      reportsLearnerCredit: false,
      lastRecordedOn: null,
    })
    await em.execute('update credit_position set position = null')
    await expect(reportsCredit(em, '1234567', '2026-06-30')).rejects.toMatchObject({
      extensions: { code: 'OVERLOADED' },
    })
  })
})
