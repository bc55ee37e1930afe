import { randomUUID } from 'node:crypto'
import { Viewer } from '../../reference/viewer.js'
import { Policies } from '../../shared/policy.js'
import { BatchState, RowOutcome } from '../../shared/upload/upload-enums.js'
import { upsertFacts } from '../activity/activity-fact.js'
import { Batch } from '../batch/batch.js'
import { addBatchPolicies } from '../batch/batch.policy.js'
import { findRows } from '../batch/batch-rows.query.js'
import { LedgerWorld, learnerOf } from '../correction/testing/ledger-world.js'
import type { CompletionInput } from '../submission/completion-input.js'
import { toRowsToCorrect } from './correctable-rows.js'
import { type RowCorrection, resendRows } from './resend-rows.js'
import { correctionOf, countReasons, countResent, findFailedRows } from './rows-to-correct.query.js'

let world: LedgerWorld
let learner = 5_000
const somebody = () => {
  learner += 1
  return String(learner)
}

beforeAll(async () => {
  world = await LedgerWorld.open()
  await upsertFacts(world.orm.em.fork(), world.activities)
})
afterAll(() => world.close())

const reporters = {
  ada: { accountId: 'ada', displayName: 'Ada Lovelace', providerId: '0008273' },
  bo: { accountId: 'bo', displayName: 'Bo Reyes', providerId: '0009999' },
}

function toolsOf(name: keyof typeof reporters) {
  const policies = new Policies<Viewer>()
  addBatchPolicies(policies)
  const claims = { ...reporters[name], role: 'PROVIDER_REPORTER' } as const
  return { ...world.tools(claims), viewer: new Viewer(claims, policies) }
}

const tries = (
  batchId: string,
  rows: readonly RowCorrection[],
  key: string = randomUUID(),
  name: 'ada' | 'bo' = 'ada',
) => resendRows(batchId, rows, key, toolsOf(name))

/** Sends rows again of which at least one is to be corrected. */
async function resends(...given: Parameters<typeof tries>): Promise<Batch> {
  const batch = await tries(...given)
  if (!batch) throw new Error('None of the rows was to be corrected.')
  return batch
}

const change = (rowNumber: number, cells: Record<string, string>): RowCorrection => ({
  rowNumber,
  cells: Object.entries(cells).map(([key, text]) => ({ key, text })),
})

/** A batch of Ada’s with these entries; what is said of them is judged as always. */
async function aBatch(...entries: Partial<CompletionInput>[]): Promise<string> {
  const { batch } = await world.ada.submitsAll(entries)
  return batch?.batchId ?? ''
}

async function standing(batchId: string) {
  const em = world.orm.em.fork()
  const { rejected } = await em.findOneOrFail(Batch, { batchId })
  const failed = await findFailedRows(em, batchId, { code: null, column: null, afterRow: 0, limit: 100 })
  const [resent = null] = await countResent(em, [batchId])
  return { ...correctionOf(rejected, resent), rows: failed.map(({ rowNumber }) => rowNumber) }
}

const outcomesOf = async (batchId: string) =>
  (await findRows(world.orm.em.fork(), { batchId, afterRow: 0, limit: 100 })).map(
    ({ rowNumber, outcome }) => `${rowNumber} ${outcome}`,
  )

test('rows keep their numbers, stand or fall alone, and those that are recorded need no correction any more', async () => {
  const [fine, one, other] = [somebody(), somebody(), somebody()]
  const first = await aBatch(
    { familyName: 'Nobody' },
    { familyName: fine },
    { familyName: 'Nil' },
    { familyName: 'No' },
  )
  const { batchId, corrects, counts } = await resends(first, [
    change(4, { lastName: other }),
    change(1, { lastName: one }),
    change(3, { lastName: 'Nihil' }),
  ])
  expect(corrects).toBe(first)
  expect(counts).toMatchObject({ accepted: 2, rejected: 1 })
  expect(await outcomesOf(batchId)).toEqual(['1 ACCEPTED', '3 REJECTED', '4 ACCEPTED'])
  expect(await standing(first)).toEqual({ toCorrect: 1, corrected: 2, rows: [3] })
  const listed = (corrected: boolean) =>
    findRows(world.orm.em.fork(), { batchId: first, outcome: RowOutcome.REJECTED, corrected, afterRow: 0, limit: 9 })
  expect((await listed(false)).map(({ rowNumber }) => rowNumber)).toEqual([3])
  expect((await listed(true)).map(({ resentIn }) => resentIn)).toEqual([batchId, batchId])
  const [row] = await findFailedRows(world.orm.em.fork(), first, { code: null, column: null, afterRow: 0, limit: 9 })
  expect(row?.cells.lastName?.text).toBe('Nihil')
  await resends(first, [change(3, { firstName: 'Dee', lastName: somebody() })])
  expect(await standing(first)).toEqual({ toCorrect: 0, corrected: 3, rows: [] })
  expect(await outcomesOf(first)).toEqual(['1 REJECTED', '2 ACCEPTED', '3 REJECTED', '4 REJECTED'])
})

test('the same key again has the first answer and records nothing (W06, I-7)', async () => {
  const who = somebody()
  const first = await aBatch({ familyName: 'Nobody' })
  const key = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => resends(first, [change(1, { lastName: who })], key)),
  )
  answers.push(await resends(first, [change(1, { lastName: who })], key))
  expect(new Set(answers.map(({ batchId }) => batchId)).size).toBe(1)
  const parts = await world.rows('select from completion where learner_id = ?::uuid', learnerOf(Number(who)))
  expect(parts).toHaveLength(1)
  await expect(resends(first, [change(1, { lastName: somebody() })], key)).rejects.toMatchObject({
    extensions: { code: 'CONFLICT' },
  })
})

test('of two corrections of one row sent at once, one is recorded and the other is left alone', async () => {
  const [one, other] = [somebody(), somebody()]
  const first = await aBatch({ familyName: 'Nobody' })
  const ended = await Promise.all([one, other].map((who) => tries(first, [change(1, { lastName: who })])))
  expect(ended.filter((batch) => batch === null)).toHaveLength(1)
  const ids = [one, other].map((who) => learnerOf(Number(who)))
  const parts = await world.rows('select from completion where learner_id in (?, ?)', ...ids)
  expect(parts).toHaveLength(1)
  expect(await standing(first)).toEqual({ toCorrect: 0, corrected: 1, rows: [] })
})

test('what is recorded already is recognized, and counts as corrected', async () => {
  const who = somebody()
  const first = await aBatch({ familyName: 'Nobody' }, { familyName: who })
  const again = await resends(first, [change(1, { lastName: who })])
  expect(await outcomesOf(again.batchId)).toEqual(['1 DUPLICATE'])
  expect(await standing(first)).toMatchObject({ toCorrect: 0, corrected: 1 })
})

test('a row can be sent again as it is, when what was wrong is elsewhere', async () => {
  const first = await aBatch({ activityId: '200000077', familyName: somebody() })
  world.activities.push({ ...world.activities[0], activityId: '200000077' } as (typeof world.activities)[number])
  await resends(first, [change(1, {})])
  expect(await standing(first)).toMatchObject({ toCorrect: 0, corrected: 1 })
})

test('a year of birth is not kept (L06)', async () => {
  const first = await aBatch({ familyName: 'Nobody' })
  const { batchId } = await resends(first, [change(1, { dateOfBirth: '09/10/1971' })])
  const kept = await world.rows<{ cells: object }>('select cells from batch_row where batch_id = ?::uuid', batchId)
  expect(JSON.stringify(kept)).not.toContain('1971')
  expect(JSON.stringify(kept)).toContain('09/10')
})

describe('refused are', () => {
  let first: string
  beforeAll(async () => {
    first = await aBatch({ familyName: 'Nobody' }, { familyName: somebody() }, { learnerPermission: false })
  })

  test.each<[string, readonly RowCorrection[], string]>([
    ['no rows', [], 'BAD_USER_INPUT'],
    ['too many', Array.from({ length: 501 }, (_, index) => change(index + 1, {})), 'BAD_USER_INPUT'],
    ['a row twice', [change(1, {}), change(1, {})], 'BAD_USER_INPUT'],
    ['a row without permission (L33)', [change(3, {})], 'BAD_USER_INPUT'],
    ['a column that is not there', [change(1, { constructor: 'x' })], 'BAD_USER_INPUT'],
    ['a cell without end', [change(1, { lastName: 'x'.repeat(1_501) })], 'BAD_USER_INPUT'],
  ])('%s', async (_what, rows, code) => {
    await expect(resends(first, rows)).rejects.toMatchObject({ extensions: { code } })
    expect(await standing(first)).toMatchObject({ toCorrect: 2, corrected: 0 })
  })

  test('rows of another provider, as if they were not there (I05)', async () => {
    await expect(resends(first, [change(1, {})], randomUUID(), 'bo')).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    })
  })

  test.each<[string, Partial<Batch>]>([
    ['a batch under way', { state: BatchState.APPLYING }],
    ['a try', { dryRun: true }],
  ])('%s', async (_what, changes) => {
    const batchId = await aBatch({ familyName: 'Nobody' })
    await world.orm.em.fork().nativeUpdate(Batch, { batchId }, changes)
    await expect(resends(batchId, [change(1, {})])).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } })
  })

  test('a correction of a correction: it belongs to the first batch', async () => {
    const batchId = await aBatch({ familyName: 'Nobody' })
    const again = await resends(batchId, [change(1, { lastName: 'Nemo' })])
    await expect(resends(again.batchId, [change(1, {})])).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } })
  })
})

describe('left alone is', () => {
  test.each([
    ['a row that is recorded', 2],
    ['a row that is not there', 99],
  ])('%s, and the others are sent', async (_what, rowNumber) => {
    const batchId = await aBatch({ familyName: 'Nobody' }, { familyName: somebody() })
    const sent = await resends(batchId, [change(1, { lastName: somebody() }), change(rowNumber, { cmeCredits: '1.5' })])
    expect(await outcomesOf(sent.batchId)).toEqual(['1 ACCEPTED'])
    expect(await tries(batchId, [change(rowNumber, { cmeCredits: '1.5' })])).toBeNull()
  })

  test('a row in review', async () => {
    const batchId = await aBatch({ familyName: 'Nobody' })
    await world.orm.em
      .fork()
      .execute(`update batch_row set outcome = ? where batch_id = ?::uuid`, [RowOutcome.IN_REVIEW, batchId])
    expect(await tries(batchId, [change(1, {})])).toBeNull()
  })
})

test('rows are grouped by their first error, with what their cells may have been meant to say', async () => {
  const first = await aBatch(
    { completedOn: '2025-06-20' },
    { activityId: '200000010' },
    { completedOn: '2026-06-28' },
    { familyName: 'Nobody' },
  )
  const em = world.orm.em.fork()
  expect((await countReasons(em, first)).map(({ code, rows }) => `${code} ${rows}`)).toEqual([
    'COMPLETION_OUTSIDE_ACTIVITY 2',
    'ACTIVITY_NOT_FOUND 1',
    'LEARNER_NOT_FOUND 1',
  ])
  const code = 'COMPLETION_OUTSIDE_ACTIVITY'
  const column = 'Completion Date'
  const page = await findFailedRows(em, first, { code, column, afterRow: 1, limit: 10 })
  expect(page.map(({ rowNumber }) => rowNumber)).toEqual([3])
  const batch = await em.findOneOrFail(Batch, { batchId: first })
  const all = await findFailedRows(em, first, { code: null, column: null, afterRow: 0, limit: 10 })
  const proposals = (await toRowsToCorrect(em, batch, all)).map((row) =>
    row.proposals.map(({ key, text }) => `${key} ${text}`).join(),
  )
  expect(proposals).toEqual(['completionDate 06/20/2026', 'activityId 200000001', 'completionDate 06/25/2026', ''])
})

test('another provider’s activity is neither a proposal nor a source of one (I12)', async () => {
  const foreign = { ...world.activities[0], providerId: '0009999', startsOn: '2026-01-02', endsOn: '2026-01-02' }
  const facts = [{ ...foreign, activityId: '345678901' }] as typeof world.activities
  await upsertFacts(world.orm.em.fork(), facts)
  const first = await aBatch({ activityId: '345678910' }, { activityId: '345678901', completedOn: '2026-01-20' })
  const em = world.orm.em.fork()
  const batch = await em.findOneOrFail(Batch, { batchId: first })
  const rows = await findFailedRows(em, first, { code: null, column: null, afterRow: 0, limit: 10 })
  expect((await toRowsToCorrect(em, batch, rows)).flatMap(({ proposals }) => proposals)).toEqual([])
})
