import { setTimeout } from 'node:timers/promises'
import { v7 } from 'uuid'
import { forgetLiveEvents } from '../../shared/live/live-events.js'
import { BatchState } from '../../shared/upload/upload-enums.js'
import { Batch } from '../batch/batch.js'
import { CompletionSource } from '../completion/completion.js'
import { abim, LedgerWorld, learnerOf } from '../correction/testing/ledger-world.js'
import { readLivePage } from './live-page.query.js'

let world: LedgerWorld
let start: string

beforeAll(async () => {
  world = await LedgerWorld.open()
})
afterAll(() => world.close())
beforeEach(async () => {
  start = await begin()
})

const begin = async () => (await readLivePage(world.orm.em.fork(), null, [])).endCursor
const page = (after: string, ...channels: string[]) => readLivePage(world.orm.em.fork(), after, channels)

/** What is told behind a cursor, once there is so much: elsewhere on the server older transactions may be open. */
async function told(count: number, after: string, ...channels: string[]) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const { items } = await page(after, ...channels)
    if (items.length >= count) return items
    await setTimeout(20)
  }
  throw new Error(`${count} items were not told.`)
}
const words = (items: readonly { channel: string; id: string }[]) => items.map(({ channel, id }) => `${channel} ${id}`)

const licensed = (number: number, boardCode: string) =>
  world.rows(
    `insert into learner_license (learner_id, license_id, board_code, state, status, effective_from)
     values (?::uuid, ?::uuid, ?, 'ME', 'ACTIVE', '2020-01-01')`,
    learnerOf(number),
    v7(),
    boardCode,
  )

test('a record is told of to its physician and to the board of the license, and to no other (V01)', async () => {
  await licensed(1, 'ME-MD')
  const record = await world.ada.reports({ familyName: '1' })
  const channels = [
    `learner:${learnerOf(1)}`,
    `learner:${learnerOf(2)}`,
    'board:ME-MD',
    'board:AK-MD',
    'decisions:0008273',
  ]
  expect(words(await told(2, start, ...channels))).toEqual([
    `board:ME-MD ${record}`,
    `learner:${learnerOf(1)} ${record}`,
  ])
})

test('points are told of to their board, and what it decides to the provider as well (V02, V03)', async () => {
  const record = await world.ada.reports({ familyName: '3', credits: null, moc: abim(8) })
  const [recorded] = await told(1, start, 'board:ABIM', 'board:ABP')
  expect(recorded).toMatchObject({ channel: 'board:ABIM', id: record })
  await world.decide(await world.livePart(record, 'MOC'), 'REJECTED')
  expect(words(await told(2, recorded?.cursor ?? '', 'board:ABIM', 'decisions:0008273', 'decisions:0009999'))).toEqual([
    `board:ABIM ${record}`,
    `decisions:0008273 ${record}`,
  ])
})

test('a correction is told of under the id of the record', async () => {
  const record = await world.ada.reports({ familyName: '4', activityId: '200000002' })
  const [recorded] = await told(1, start, `learner:${learnerOf(4)}`)
  await world.ada.corrects(record, 1, { familyName: '4', activityId: '200000002', credits: 8 })
  expect(await told(1, recorded?.cursor ?? '', `learner:${learnerOf(4)}`)).toMatchObject([{ id: record }])
})

test('whoever two records were merged into hears of both', async () => {
  await world.rows(
    'insert into learner_merge (learner_id, survivor_id) values (?::uuid, ?::uuid)',
    learnerOf(6),
    learnerOf(5),
  )
  const record = await world.ada.reports({ familyName: '6' })
  expect(await told(1, start, `learner:${learnerOf(5)}`)).toMatchObject([{ id: record }])
})

test('several records of one transaction are told one by one, and behind each of them the rest', async () => {
  const outcomes = await world.ada.submitsAll([
    { familyName: '7' },
    { familyName: '7', completedOn: '2026-06-21' },
    { familyName: '7', completedOn: '2026-06-22' },
  ])
  const records = outcomes.rows.map(({ completionId }) => completionId)
  const items = await told(3, start, `learner:${learnerOf(7)}`)
  expect(items.map(({ id }) => id).sort()).toEqual([...records].sort())
  for (const [place, { cursor }] of items.entries())
    expect((await page(cursor, `learner:${learnerOf(7)}`)).items).toEqual(items.slice(place + 1))
})

test('a batch is told of whenever it moves on, and not otherwise', async () => {
  const em = world.orm.em.fork()
  const batch = em.create(Batch, {
    batchId: v7(),
    providerId: '0008273',
    source: CompletionSource.FILE,
    state: BatchState.APPLYING,
    totalRows: 100,
    submittedBy: 'ada',
    createdAt: new Date(),
  })
  await em.flush()
  const moves = (changes: Partial<Batch>) => em.nativeUpdate(Batch, { batchId: batch.batchId }, changes)
  await moves({ appliedRows: 40 })
  await moves({ fileName: 'march.xlsx' })
  await moves({ state: BatchState.DONE, appliedRows: 100 })
  await world.ada.reports({ familyName: '8' })
  const items = await told(3, start, `batch:${batch.batchId}`, `learner:${learnerOf(8)}`)
  expect(items.map(({ id }) => id === batch.batchId)).toEqual([true, true, false])
})

test('a page goes on behind everything it has looked at, whether or not it was followed', async () => {
  await world.ada.reports({ familyName: '9' })
  await told(1, start, `learner:${learnerOf(9)}`)
  const { items, endCursor } = await page(start, 'board:ABP')
  expect(items).toEqual([])
  expect(endCursor).not.toBe(start)
  expect((await page(endCursor, `learner:${learnerOf(9)}`)).items).toEqual([])
})

test('what is older than a day is forgotten', async () => {
  await world.ada.reports({ familyName: '10' })
  await world.rows(`update live_event set happened_at = now() - interval '25 hours'`)
  expect(await forgetLiveEvents(world.orm.em.fork())).toBeGreaterThan(0)
  expect((await page('0:0', `learner:${learnerOf(10)}`)).items).toEqual([])
})

test.each(['learner', 'learner:', 'person:1', '__proto__:1'])('“%s” is no channel', async (channel) => {
  await expect(page('0:0', channel)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
})
