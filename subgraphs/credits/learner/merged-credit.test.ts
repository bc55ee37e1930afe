import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { Viewer, type ViewerClaims } from '../../reference/viewer.js'
import { Policies } from '../../shared/policy.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { boardDashboard } from '../board/board-dashboard.query.js'
import { CompletionSource } from '../completion/completion.js'
import { visibleParts } from '../completion/completion.policy.js'
import { findRecords } from '../completion/completion.query.js'
import { summarize } from '../completion/credit-summary.query.js'
import { findHistories } from '../completion/history.query.js'
import { creditsOrm } from '../orm.js'
import type { LearnerMatch } from '../owners/owners.js'
import { judge } from '../record/judge.js'
import { findKnownLearners, findLiveParts } from '../record/look-up.js'
import { readSubmission } from '../record/read-submission.js'
import { findRefusedPoints } from '../record/refused-points.js'
import { anActivity, cells, matched, mismatched, mocCells, outcomes } from '../record/testing.js'
import { writeVerdicts } from '../record/write-verdicts.js'
import { publishTranscript } from '../transcript/publish-transcript.js'
import { type Earned, record, withdraw } from '../transcript/testing/ledger.js'
import { visibleTranscripts } from '../transcript/transcript.policy.js'
import { findTranscripts } from '../transcript/transcript.query.js'
import { learnersModel } from './follow-learners.js'
import type { LearnerSource } from './learner-source.js'

let database: FreshDatabase
let orm: MikroORM
let merged: string
let survivor: string

const period = { from: '2026-01-01', to: '2026-12-31' }
const [heartFailure, grandRounds] = ['200000001', '200000003'] as const

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})
beforeEach(async () => {
  ;[merged, survivor] = [v7(), v7()]
  await orm.em.fork().execute('delete from learner_license')
  await orm.em.fork().execute('delete from learner_merge')
})

const viewerOf = (claims: Partial<ViewerClaims>) =>
  new Viewer({ accountId: 'somebody', displayName: 'Some Body', role: 'PHYSICIAN', ...claims }, new Policies())
const physician = (learnerId: string) => viewerOf({ learnerId })
const cy = viewerOf({ role: 'LICENSING_BOARD', boardCode: 'ME-MD' })
const ada = viewerOf({ role: 'PROVIDER_REPORTER', providerId: '0008273' })

const earn = (...earned: Earned[]) => record(orm.em.fork(), ...earned)
const cme = (learnerId: string, completedOn: string, credits = 1, activityId: string = heartFailure): Earned => ({
  learnerId,
  activityId,
  completedOn,
  credits,
})

const silent: LearnerSource = {
  licenses: () => Promise.reject(new Error('Nobody asks for licenses.')),
  merges: () => Promise.reject(new Error('Nobody asks for merges.')),
  events: () => Promise.reject(new Error('Nobody asks for events.')),
}

/** What the learners subgraph tells, as it is followed. */
async function told(type: 'LEARNERS_MERGED' | 'LEARNERS_UNMERGED', survivorId: string | null): Promise<void> {
  const { apply } = learnersModel(silent)
  const survivors = [{ learnerId: merged, survivorId }]
  await orm.em.fork().transactional((em) => apply(em, [{ type, learnerId: merged, licenses: [], survivors, rows: [] }]))
}
const merge = () => told('LEARNERS_MERGED', survivor)
const unmerge = () => told('LEARNERS_UNMERGED', null)

async function licensed(learnerId: string, boardCode = 'ME-MD', status = 'ACTIVE'): Promise<void> {
  await orm.em
    .fork()
    .execute(`insert into learner_license values (?::uuid, gen_random_uuid(), ?, ?, ?, '2015-01-01', null)`, [
      learnerId,
      boardCode,
      boardCode.slice(0, 2),
      status,
    ])
}

const seenBy = async (viewer: Viewer, order: 'NEWEST_COMPLETED' | 'NEWEST_RECORDED' = 'NEWEST_COMPLETED') => {
  const records = await findRecords(orm.em.fork(), { scope: visibleParts(viewer), order, limit: 1_000 })
  return records.filter(({ learnerId }) => [merged, survivor].includes(learnerId))
}
const days = (records: readonly { completedOn: string }[]) => records.map(({ completedOn }) => completedOn)

test('both physicians see all credit, each as the survivor’s, and before and after only their own', async () => {
  await earn(cme(merged, '2026-03-01', 2), cme(survivor, '2026-04-01', 3))
  expect(days(await seenBy(physician(merged)))).toEqual(['2026-03-01'])
  await merge()
  for (const id of [merged, survivor]) {
    const records = await seenBy(physician(id))
    expect(days(records)).toEqual(['2026-04-01', '2026-03-01'])
    expect(new Set(records.map(({ learnerId }) => learnerId))).toEqual(new Set([survivor]))
    const scope = visibleParts(physician(id))
    const [summary] = await summarize(orm.em.fork(), scope, [{ learnerId: id, ...period }])
    expect(summary).toMatchObject({ credits: 20, completions: 2 })
    const [history] = await findHistories(orm.em.fork(), scope, [
      { learnerId: id, from: null, to: null, after: null, limit: 10 },
    ])
    expect(days(history ?? [])).toEqual(['2026-04-01', '2026-03-01'])
  }
  await unmerge()
  expect(days(await seenBy(physician(merged)))).toEqual(['2026-03-01'])
  expect(days(await seenBy(physician(survivor)))).toEqual(['2026-04-01'])
})

test('the two ids asked for at once have the same list each', async () => {
  await earn(cme(merged, '2026-03-01'), cme(survivor, '2026-04-01'))
  await merge()
  const key = { from: null, to: null, after: null, limit: 10 }
  const lists = await findHistories(orm.em.fork(), { where: 'true', params: [] }, [
    { learnerId: merged, ...key },
    { learnerId: survivor, ...key },
  ])
  expect(lists.map(days)).toEqual([
    ['2026-04-01', '2026-03-01'],
    ['2026-04-01', '2026-03-01'],
  ])
})

test('what was reported for both counts once also at an instant before one of them was taken back', async () => {
  const [first] = await earn(cme(merged, '2026-03-01', 2))
  await earn(cme(survivor, '2026-03-01', 2))
  await merge()
  const [{ at } = { at: '' }] = await orm.em
    .fork()
    .execute<{ at: string }[]>(
      `select to_json(clock_timestamp() + interval '1 millisecond') #>> '{}' as at, pg_sleep(0.01)`,
    )
  if (first) await withdraw(orm.em.fork(), [first])
  const key = { learnerId: survivor, ...period, knownAt: new Date(at) }
  const scope = visibleParts(physician(survivor))
  const [then] = await summarize(orm.em.fork(), scope, [key])
  const [history] = await findHistories(orm.em.fork(), scope, [{ ...key, after: null, limit: 10 }])
  expect([then?.completions, history?.length]).toEqual([1, 1])
  const [now] = await summarize(orm.em.fork(), scope, [{ ...key, knownAt: null }])
  expect(now?.completions).toBe(1)
})

test('V01: a board sees the credit of a licensee under either id, and counts one licensee', async () => {
  await licensed(merged)
  await licensed(survivor, 'ME-MD', 'EXPIRED')
  await earn(cme(merged, '2026-03-01', 2), cme(survivor, '2026-04-01', 3))
  const dashboard = async () => {
    const { licensees, licenseesWithCredit, credits, completions } = await boardDashboard(
      orm.em.fork(),
      'ME-MD',
      period.from,
      period.to,
    )
    return { licensees, licenseesWithCredit, credits, completions }
  }
  const apart = { licensees: 1, licenseesWithCredit: 1, credits: 20, completions: 2 }
  expect(await dashboard()).toEqual(apart)
  await merge()
  expect(await dashboard()).toEqual(apart)
  expect(days(await seenBy(cy))).toEqual(['2026-04-01', '2026-03-01'])
  await unmerge()
  expect(await dashboard()).toEqual(apart)
})

test('V01: a board sees credit of a licensee that was written with somebody it never licensed, while they are one', async () => {
  await licensed(survivor)
  await earn(cme(merged, '2026-03-01', 2))
  expect(await seenBy(cy)).toEqual([])
  await merge()
  expect(days(await seenBy(cy))).toEqual(['2026-03-01'])
  const dashboard = await boardDashboard(orm.em.fork(), 'ME-MD', period.from, period.to)
  expect(dashboard).toMatchObject({ licensees: 1, licenseesWithCredit: 1, credits: 8 })
  await unmerge()
  expect(await seenBy(cy)).toEqual([])
})

describe('what was reported for both', () => {
  test('counts once for physician and board, and the provider has both submissions', async () => {
    await licensed(survivor)
    await earn(cme(merged, '2026-03-01', 2))
    await earn(cme(survivor, '2026-03-01', 2), cme(survivor, '2026-03-02', 2))
    await merge()
    expect(days(await seenBy(physician(survivor)))).toEqual(['2026-03-02', '2026-03-01'])
    expect(days(await seenBy(cy))).toEqual(['2026-03-02', '2026-03-01'])
    expect(await boardDashboard(orm.em.fork(), 'ME-MD', period.from, period.to)).toMatchObject({ credits: 16 })
    expect(days(await seenBy(ada))).toEqual(['2026-03-02', '2026-03-01', '2026-03-01'])
    await unmerge()
    expect(days(await seenBy(physician(survivor)))).toEqual(['2026-03-02', '2026-03-01'])
    expect(days(await seenBy(physician(merged)))).toEqual(['2026-03-01'])
  })

  test('points that a board accepted stand before points that wait, and refused points hide nothing', async () => {
    const moc = (learnerId: string, points: number, status: 'PENDING' | 'ACCEPTED'): Earned => ({
      learnerId,
      activityId: heartFailure,
      completedOn: '2026-03-01',
      moc: { board: 'ABIM', points, status },
    })
    const [waiting] = await earn(moc(merged, 1, 'PENDING'))
    await earn(moc(survivor, 2, 'ACCEPTED'))
    await merge()
    const points = async () =>
      (await seenBy(physician(survivor))).flatMap((found) => found.moc.map((part) => part.points))
    expect(await points()).toEqual([8])
    await orm.em.fork().execute(`update live_credit set status = 'REJECTED' where part_id = ?::uuid`, [waiting?.partId])
    expect(await points()).toEqual(expect.arrayContaining([4, 8]))
  })
})

test('a transcript has the credit of both, and stays as it was published', async () => {
  const tools = (learnerId: string) => ({
    em: orm.em.fork(),
    viewer: physician(learnerId),
    owners: {
      physician: async () => ({
        givenName: 'Deirdre',
        middleName: null,
        familyName: 'Marchetti',
        suffix: null,
        degree: 'MD',
        npi: null,
        licenses: [],
        certifications: [],
      }),
      activityFacts: async (ids: readonly string[]) =>
        new Map(ids.map((activityId) => [activityId, anActivity({ activityId })])),
    },
    now: () => new Date('2026-11-23T02:10:00.000Z'),
    newId: v7,
  })
  await earn(cme(merged, '2026-03-01', 2), cme(survivor, '2026-04-01', 3, grandRounds))
  const entries = async (id: string) => (await publishTranscript(period, tools(id))).entryCount
  const listed = async (id: string) =>
    (await findTranscripts(orm.em.fork(), { scope: visibleTranscripts(physician(id)), limit: 10 })).map(
      ({ entryCount }) => entryCount,
    )
  expect(await entries(merged)).toBe(1)
  await merge()
  expect(await entries(survivor)).toBe(2)
  expect(await listed(merged)).toEqual([2, 1])
  await unmerge()
  expect([await listed(merged), await listed(survivor)]).toEqual([[1], [2]])
  expect(await entries(merged)).toBe(1)
})

describe('a row about somebody who was merged', () => {
  const facts = async (rows: ReturnType<typeof readSubmission>[], match: LearnerMatch) => {
    const activities = new Map([[heartFailure, anActivity()]])
    const asked = { activities, matches: new Map(rows.map(({ rowNumber }) => [rowNumber, match])) }
    const em = orm.em.fork()
    return {
      ...asked,
      today: '2026-06-30',
      providerId: '0008273',
      newId: v7,
      live: await findLiveParts(em, rows, asked),
      knownLearners: await findKnownLearners(em, '0008273', asked),
      refusedPoints: await findRefusedPoints(em, rows, asked),
      remsReports: new Set<string>(),
      creditIds: new Map(),
    }
  }
  const judged = async (changes: Parameters<typeof cells>[0], match: LearnerMatch) => {
    const rows = [readSubmission(3, cells({ completionDate: '2026-06-20', ...changes }))]
    return judge(rows, await facts(rows, match))
  }
  const asSurvivor = (): LearnerMatch => ({ license: matched(survivor), diplomate: matched(survivor) })

  test('L25, L22: is a duplicate of what was recorded under the other id', async () => {
    await earn({ ...cme(merged, '2026-06-20', 5), moc: { board: 'ABIM', points: 5, status: 'PENDING' } })
    expect(outcomes(await judged(mocCells, asSurvivor()))).toEqual(['ACCEPTED'])
    await merge()
    expect((await judged(mocCells, asSurvivor())).map(({ outcome }) => outcome)).toEqual(['DUPLICATE'])
    await unmerge()
    expect(outcomes(await judged(mocCells, asSurvivor()))).toEqual(['ACCEPTED'])
  })

  test('L27: earns no more of an activity than one learner can', async () => {
    await earn(cme(merged, '2026-06-19', 8))
    expect(outcomes(await judged({}, asSurvivor()))).toEqual(['ACCEPTED'])
    await merge()
    expect(outcomes(await judged({}, asSurvivor()))).not.toEqual(['ACCEPTED'])
  })

  test('L37: takes back what was written with the other id, in the ledger of that one', async () => {
    await earn(cme(merged, '2026-06-20', 5))
    await merge()
    const verdicts = await judged({ recordAction: 'Delete', cmeCredits: '' }, asSurvivor())
    expect(outcomes(verdicts)).toEqual(['ACCEPTED'])
    const author = { providerId: '0008273', source: CompletionSource.FILE, batchId: v7(), submittedBy: 'ada' }
    await orm.em.fork().transactional((em) => writeVerdicts(em, verdicts, author))
    const decisions = await orm.em
      .fork()
      .execute<{ decision: string }[]>(
        'select decision from part_decision where learner_id = ?::uuid order by sequence',
        [merged],
      )
    expect(decisions.map(({ decision }) => decision)).toEqual(['ACCEPTED', 'VOIDED'])
    expect(await seenBy(physician(survivor))).toEqual([])
    await unmerge()
    expect(await seenBy(physician(merged))).toEqual([])
  })

  test('a provider that knows the one knows the other', async () => {
    await earn(cme(merged, '2026-06-19', 1))
    const match = () =>
      facts([readSubmission(3, cells())], { license: mismatched(survivor, 'BIRTHDATE'), diplomate: null })
    expect([...(await match()).knownLearners]).toEqual([])
    await merge()
    expect([...(await match()).knownLearners]).toEqual([survivor])
  })
})

test('neither merging nor taking it back touches the ledger or its projection', async () => {
  await earn(cme(merged, '2026-03-01', 2), cme(survivor, '2026-03-01', 2))
  const whole = async () => {
    const tables = ['completion', 'credit_part', 'part_decision', 'live_credit']
    const parts = tables.map((table) => `select '${table}' as name, to_jsonb(t)::text as line from ${table} t`)
    return JSON.stringify(await orm.em.fork().execute(`${parts.join(' union all ')} order by 1, 2`))
  }
  const before = await whole()
  await merge()
  expect(await whole()).toBe(before)
  await unmerge()
  expect(await whole()).toBe(before)
  expect(await orm.em.fork().execute('select * from learner_merge')).toEqual([])
})
