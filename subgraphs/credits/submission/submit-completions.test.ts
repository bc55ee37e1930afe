import { abim, LedgerWorld, learnerOf } from '../correction/testing/ledger-world.js'
import { anActivity } from '../record/testing.js'
import { forgetAnswers } from './forget-answers.js'
import { fingerprintOf } from './idempotency.js'

let world: LedgerWorld
const somebody = () => world.somebody()

beforeAll(async () => {
  world = await LedgerWorld.open()
})
afterAll(() => world.close())

const outcomes = ({ rows }: { rows: readonly { outcome: string; issues: readonly { code: string }[] }[] }) =>
  rows.map(({ outcome, issues }) => [outcome, ...issues.map(({ code }) => code)].join(' '))

describe('several entries at once', () => {
  test('keep their order, and each stands or falls alone (L40)', async () => {
    const [one, other] = [somebody(), somebody()]
    const submitted = await world.ada.submitsAll([
      one,
      { familyName: 'Nobody' },
      one,
      { ...other, learnerPermission: false },
      { ...other, credits: 4_000, moc: abim(8) },
    ])
    expect(outcomes(submitted)).toEqual([
      'ACCEPTED',
      'REJECTED LEARNER_NOT_FOUND',
      'DUPLICATE DUPLICATE_COMPLETION',
      'REJECTED PERMISSION_MISSING',
      'ACCEPTED CREDITS_EXCEED_ACTIVITY',
    ])
    expect(submitted.rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 2, 3, 4, 5])
    expect(submitted.batch?.counts).toMatchObject({ accepted: 2, rejected: 2, duplicate: 1 })
    const stored = await world.rows('select outcome from batch_row where batch_id = ?::uuid', submitted.batch?.batchId)
    expect(stored).toHaveLength(5)
  })

  test.each([
    ['none', 0],
    ['one too many', 501],
  ])('are refused when there are %s', async (_what, count) => {
    await expect(world.ada.submitsAll(Array.from({ length: count }, somebody))).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  test('are taken up to the limit', async () => {
    const everybody = Array.from({ length: 500 }, somebody)
    const submitted = await world.ada.submitsAll(everybody)
    expect(new Set(outcomes(submitted))).toEqual(new Set(['ACCEPTED']))
  })
})

describe('an idempotency key (W06, I-7)', () => {
  test('has the first answer again, and nothing is recorded twice', async () => {
    const entries = [somebody(), { familyName: 'Nobody' }]
    const first = await world.ada.submitsAll(entries, 'key-1')
    const again = await world.ada.submitsAll(entries, 'key-1')
    expect(again.batch?.batchId).toBe(first.batch?.batchId)
    expect(again.rows).toMatchObject(
      first.rows.map(({ rowNumber, outcome, issues, cells, completionId }) => ({
        rowNumber,
        outcome,
        issues,
        cells,
        completionId,
      })),
    )
    expect(await world.rows(`select from batch where batch_id = ?::uuid`, first.batch?.batchId)).toHaveLength(1)
  })

  test('has it also when what it made has changed since', async () => {
    const who = somebody()
    const first = await world.ada.submitsAll([who], 'key-2')
    await world.ada.voids(String(first.rows[0]?.completionId))
    expect(outcomes(await world.ada.submitsAll([who], 'key-2'))).toEqual(['ACCEPTED'])
    expect(await world.stands(String(first.rows[0]?.completionId))).toBe('')
  })

  test('with another request is a CONFLICT', async () => {
    const who = somebody()
    await world.ada.submitsAll([who], 'key-3')
    const others = [[{ ...who, credits: 5 }], [who, somebody()], [{ ...who, learnerPermission: false }]]
    for (const other of others) {
      await expect(world.ada.submitsAll(other, 'key-3')).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } })
    }
  })

  test('belongs to its provider', async () => {
    world.activities.push({ ...anActivity(), activityId: '200000009', providerId: '0009999' })
    const [one, other] = [somebody(), somebody()]
    await world.ada.submitsAll([one], 'key-4')
    expect(outcomes(await world.bo.submitsAll([{ ...other, activityId: '200000009' }], 'key-4'))).toEqual(['ACCEPTED'])
  })

  test('has one effect however many come at once', async () => {
    const who = somebody()
    const answers = await Promise.all(Array.from({ length: 6 }, () => world.ada.submitsAll([who], 'key-5')))
    expect(new Set(answers.map(({ batch }) => batch?.batchId)).size).toBe(1)
    expect(new Set(answers.flatMap(outcomes))).toEqual(new Set(['ACCEPTED']))
    const id = learnerOf(Number(who.familyName))
    expect(await world.rows('select from completion where learner_id = ?::uuid', id)).toHaveLength(1)
  })

  test.each([
    ['with a blank', 'a b'],
    ['of no character', ''],
    ['of 256 characters', 'x'.repeat(256)],
    ['with an accent', 'clé'],
  ])('%s is refused', async (_what, key) => {
    await expect(world.ada.submitsAll([somebody()], key)).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  test('is kept for 30 days', async () => {
    await world.ada.submitsAll([somebody()], 'key-6')
    await world.ada.submitsAll([somebody()], 'key-7')
    await world.rows(`update idempotency_key set created_at = now() - interval '29 days 23 hours' where key = 'key-6'`)
    await world.rows(`update idempotency_key set created_at = now() - interval '30 days 1 hour' where key = 'key-7'`)
    expect(await forgetAnswers(world.orm.em.fork())).toBe(1)
    expect(await world.rows(`select key from idempotency_key where key in ('key-6', 'key-7')`)).toEqual([
      { key: 'key-6' },
    ])
  })
})

test('a fingerprint goes by what entries say, not by how they are written', () => {
  const entry = {
    activityId: '1',
    completedOn: '2026-06-20',
    givenName: 'A',
    familyName: 'B',
    birthMonth: 1,
    birthDay: 2,
  }
  const plain = { ...entry, credits: 4, learnerPermission: true }
  const same = { learnerPermission: true, ...entry, credits: 4, givenName: ' A ', licensingState: null }
  expect(fingerprintOf([plain])).toBe(fingerprintOf([same]))
  expect(fingerprintOf([plain])).not.toBe(fingerprintOf([plain, plain]))
  expect(fingerprintOf([plain])).not.toBe(fingerprintOf([{ ...plain, credits: 5 }]))
})
