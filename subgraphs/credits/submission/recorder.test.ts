import { LedgerWorld, learnerOf } from '../correction/testing/ledger-world.js'
import { anActivity } from '../record/testing.js'

let world: LedgerWorld
const somebody = () => world.somebody()

beforeAll(async () => {
  world = await LedgerWorld.open()
})
afterAll(() => world.close())

interface Stored {
  batchId: string
  rowNumber: number
  outcome: string
  completionId: string | null
  writtenIn: string | null
  writtenAs: number | null
}

/** The rows of a batch as they are stored, with what the ledger says of where its record stands. */
const storedRows = (batchId: string) =>
  world.rows<Stored>(
    `select r.batch_id as "batchId", r.row_number as "rowNumber", r.outcome, r.completion_id as "completionId",
       c.batch_id as "writtenIn", c.row_number as "writtenAs"
     from batch_row r left join completion c on c.completion_id = r.completion_id and c.learner_id = r.learner_id
     where r.batch_id = ?::uuid order by r.row_number`,
    batchId,
  )

describe('calls of one author that come at once', () => {
  test('are recorded together, each as a batch of its own with its own rows (L40)', async () => {
    const before = world.asked.length
    const submitted = await Promise.all(
      Array.from({ length: 40 }, () => world.ada.submitsAll([somebody(), { familyName: 'Nobody' }, somebody()])),
    )
    // The first is recorded by itself, as nobody waits then; all that came meanwhile follow together.
    expect(world.asked.length - before).toBe(2)
    expect(new Set(submitted.map(({ batch }) => batch.batchId)).size).toBe(40)
    for (const { batch, rows } of submitted) {
      expect(rows.map(({ rowNumber, outcome }) => [rowNumber, outcome])).toEqual([
        [1, 'ACCEPTED'],
        [2, 'REJECTED'],
        [3, 'ACCEPTED'],
      ])
      expect(batch).toMatchObject({ totalRows: 3, counts: { accepted: 2, rejected: 1 } })
      const stored = await storedRows(batch.batchId)
      expect(stored.map(({ completionId }) => completionId)).toEqual(rows.map(({ completionId }) => completionId))
      expect(stored.map(({ writtenIn, writtenAs }) => [writtenIn, writtenAs])).toEqual([
        [batch.batchId, 1],
        [null, null],
        [batch.batchId, 3],
      ])
    }
  })

  test('that say the same make one record, and each later one is a duplicate of it (DUPLICATE_COMPLETION)', async () => {
    const who = somebody()
    const submitted = await Promise.all(Array.from({ length: 6 }, () => world.ada.submitsAll([who])))
    const rows = submitted.flatMap((each) => each.rows)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', ...Array(5).fill('DUPLICATE')])
    expect(new Set(rows.map(({ completionId }) => completionId)).size).toBe(1)
    const id = learnerOf(Number(who.familyName))
    expect(await world.rows('select from completion where learner_id = ?::uuid', id)).toHaveLength(1)
  })

  test('keep each its answer under its key, and one that is refused hurts no other (W06, I-7)', async () => {
    await world.ada.submitsAll([somebody()], 'taken')
    const people = Array.from({ length: 12 }, somebody)
    const ask = () =>
      Promise.allSettled([
        ...people.map((who, index) => world.ada.submitsAll([who], `own-${index}`)),
        world.ada.submitsAll([somebody()], 'taken'),
      ])
    const [first, again] = [await ask(), await ask()]
    for (const results of [first, again]) {
      expect(results.map(({ status }) => status)).toEqual([...people.map(() => 'fulfilled'), 'rejected'])
      expect(results.at(-1)).toMatchObject({ reason: { extensions: { code: 'CONFLICT' } } })
    }
    const batchesOf = (results: typeof first) =>
      results.map((result) => (result.status === 'fulfilled' ? result.value.batch.batchId : undefined))
    expect(batchesOf(again)).toEqual(batchesOf(first))
  })

  test('fail each by itself where they cannot be recorded together', async () => {
    const poison = 'Poison'
    const { matchLearners } = world.owners
    world.owners.matchLearners = async (claims, ...more) => {
      if (claims.some(({ familyName }) => familyName === poison)) throw new Error('The learners do not answer.')
      return matchLearners(claims, ...more)
    }
    const people = [somebody(), somebody(), { familyName: poison }, somebody()]
    const results = await Promise.allSettled(people.map((who) => world.ada.submitsAll([who])))
    world.owners.matchLearners = matchLearners
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(results[2]).toMatchObject({ reason: { message: 'The learners do not answer.' } })
  })

  test('are not recorded where nobody waits for them any more when their turn comes', async () => {
    const gone = new AbortController()
    const who = somebody()
    const first = world.ada.submitsAll([somebody()])
    const left = world.ada.submitsAll([who], undefined, gone.signal)
    gone.abort(new Error('Nobody waits.'))
    const last = world.ada.submitsAll([somebody()])
    await expect(left).rejects.toThrow('Nobody waits.')
    await Promise.all([first, last])
    expect(
      await world.rows('select from completion where learner_id = ?::uuid', learnerOf(Number(who.familyName))),
    ).toEqual([])
  })

  test('with more rows than go together are recorded one after the other', async () => {
    const calls = [1, 400, 400, 2].map((count) => Array.from({ length: count }, somebody))
    const submitted = await Promise.all(calls.map((people) => world.ada.submitsAll(people)))
    expect(submitted.map(({ rows }) => rows.length)).toEqual([1, 400, 400, 2])
    expect(submitted.every(({ rows }) => rows.every(({ outcome }) => outcome === 'ACCEPTED'))).toBe(true)
  })
})

test('calls of several authors stand under their own names', async () => {
  world.activities.push({ ...anActivity(), activityId: '200000008', providerId: '0009999' })
  const [ada, bo] = await Promise.all([
    world.ada.submitsAll([somebody()]),
    world.bo.submitsAll([{ ...somebody(), activityId: '200000008' }]),
  ])
  expect([ada.batch, bo.batch]).toMatchObject([
    { providerId: '0008273', submittedBy: 'ada' },
    { providerId: '0009999', submittedBy: 'bo' },
  ])
})
