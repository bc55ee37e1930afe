import { stat } from 'node:fs/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import { maxRowsAtOnce } from '../../activity/change/save-rows.js'
import { filesFolder } from '../testing/files.js'
import { adasProvider, bosProvider, TestIntake } from '../testing/intake.js'
import { aRow, csvOf, sampleHeaders } from '../testing/sample-rows.js'

let intake: TestIntake
let files: Awaited<ReturnType<typeof filesFolder>>
beforeAll(async () => {
  intake = await TestIntake.start()
  files = await filesFolder()
})
afterAll(async () => {
  await intake.stop()
  await files.remove()
})
beforeEach(async () => {
  await intake.orm.em.fork().execute('truncate activity_batch, activity_column_choice, activity cascade')
})

const send = async (text: string, wishes = {}) => intake.takes(await files.text(text), wishes)
const effects = async (batch: { batchId: string }) => (await intake.rowsOf(batch)).map(({ effect }) => effect)

test('a good file becomes active activities, and its bytes are gone', async () => {
  const batch = await send(csvOf(aRow('1'), aRow('2', { 'Close Activity': 'Yes' })))
  expect(batch).toMatchObject({
    state: 'DONE',
    format: 'CSV',
    totalRows: 2,
    appliedRows: 2,
    accepted: 2,
    warned: 0,
    fileWarnings: [],
  })
  expect(
    await intake.counted(`activity where status = 'ACTIVE' and provider_activity_id = '1' and credit_quarters = 6`),
  ).toBe(1)
  expect(
    await intake.counted(`activity where status = 'CLOSED' and source = 'EXCEL' and created_by = 'Ada Reyes'`),
  ).toBe(1)
  await expect(stat(intake.tools.spool.pathOf(batch.batchId))).rejects.toThrow('ENOENT')
})

test('the same rows again change nothing, and in another order neither (A03, W06)', async () => {
  await send(csvOf(aRow('1'), aRow('2')))
  const again = await send(csvOf(aRow('2'), aRow('1')))
  expect(again).toMatchObject({ state: 'DONE', accepted: 0, duplicate: 2 })
  expect(await effects(again)).toEqual(['UNCHANGED', 'UNCHANGED'])
  expect(await intake.counted('activity_change')).toBe(2)
})

test('the same file is refused with the earlier one, unless it is only tried or forced (B06)', async () => {
  const file = csvOf(aRow('1'))
  const first = await send(file)
  expect(await send(file)).toMatchObject({
    state: 'REFUSED',
    duplicateOf: first.batchId,
    refusal: { code: 'FILE_DUPLICATE' },
  })
  expect(await send(file, { dryRun: true })).toMatchObject({ state: 'DONE', duplicate: 1 })
  expect(await send(file, { forced: true })).toMatchObject({ state: 'DONE', duplicate: 1 })
  expect(await send(file, { providerId: bosProvider })).toMatchObject({ state: 'DONE', accepted: 1 })
})

test('an own id that is known changes its activity; Delete deletes it', async () => {
  await send(csvOf(aRow('1'), aRow('2')))
  const batch = await send(csvOf(aRow('1', { Title: 'Tumor Board' }), aRow('2', { 'Record Action': 'Delete' })))
  expect(await effects(batch)).toEqual(['CHANGED', 'DELETED'])
  expect(await intake.counted(`activity where title = 'Tumor Board' and version = 2`)).toBe(1)
  expect(await intake.counted(`activity where status = 'DELETED' and provider_activity_id = '2'`)).toBe(1)
})

test('an activity that is added, changed and deleted in one file is deleted', async () => {
  const batch = await send(
    csvOf(aRow('1'), aRow('1', { Title: 'Other' }), aRow('1', { 'Record Action': 'delete' }), aRow('1')),
  )
  expect(await effects(batch)).toEqual(['ADDED', 'CHANGED', 'DELETED', 'ADDED'])
})

describe('ids', () => {
  test('both of different activities (A05), neither (A06), one of ours for a new activity (A01)', async () => {
    const [one, two] = await intake.rowsOf(await send(csvOf(aRow('1'), aRow('2'))))
    const batch = await send(
      csvOf(
        aRow('2', { 'ACCME Activity ID': one?.activityId ?? '' }),
        aRow('', { 'Record Action': 'Update' }),
        aRow('', { 'Record Action': 'Delete' }),
        aRow('3', { 'Record Action': 'Add', 'ACCME Activity ID': two?.activityId ?? '' }),
        aRow('9', { 'Record Action': 'Update' }),
        aRow('9', { 'ACCME Activity ID': '999999999' }),
        aRow('2b', { 'ACCME Activity ID': two?.activityId ?? '' }),
      ),
    )
    const rows = await intake.rowsOf(batch)
    expect(rows.map(({ rowNumber, effect, rules }) => [rowNumber, effect, rules[0] ?? null])).toEqual([
      [2, 'REJECTED', 'A05'],
      [3, 'REJECTED', 'A06'],
      [4, 'REJECTED', 'A06'],
      [5, 'REJECTED', 'A01'],
      [6, 'REJECTED', 'A06'],
      [7, 'REJECTED', 'A06'],
      [8, 'CHANGED', null],
    ])
  })

  test('what is another provider’s is not there', async () => {
    const [theirs] = await intake.rowsOf(await send(csvOf(aRow('1')), { providerId: bosProvider }))
    const batch = await send(csvOf(aRow('1', { 'ACCME Activity ID': theirs?.activityId ?? '' })))
    expect((await intake.rowsOf(batch))[0]).toMatchObject({ effect: 'REJECTED', codes: ['ACTIVITY_NOT_FOUND'] })
    expect(await intake.counted('activity')).toBe(1)
  })
})

test('a bad row stops no other, and says column, reason and rule', async () => {
  const bad: [Parameters<typeof aRow>[1], string, string | null, string | null][] = [
    [{ 'Record Action': 'Upsert' }, 'ACTION_UNKNOWN', 'Record Action', null],
    [{ 'Start Date': '2/31/2026' }, 'ROW_BAD_VALUE', 'Start Date', null],
    [{ 'Activity Format': 'Picnic' }, 'ROW_BAD_VALUE', 'Activity Format', 'A09'],
    [{ Providership: 'Alone' }, 'ROW_BAD_VALUE', 'Providership', 'A18'],
    [{ Fee: 'Maybe' }, 'ROW_BAD_VALUE', 'Fee', 'A30'],
    [{ 'Measured Outcome(s)': 'Happiness:Objective' }, 'ROW_BAD_VALUE', 'Measured Outcome(s)', 'A34'],
    [{ 'Number of Credits': 'many' }, 'ROW_BAD_VALUE', 'Number of Credits', null],
    [{ 'Physician Learners': '12.5' }, 'ROW_BAD_VALUE', 'Physician Learners', null],
    [{ 'Display in CME Passport': 'perhaps' }, 'ROW_BAD_VALUE', 'Display in CME Passport', null],
    [{ Supporter: 'Acme' }, 'ROW_MISSING_REQUIRED', 'Amount', null],
    [{ Amount: '5000' }, 'ROW_MISSING_REQUIRED', 'Supporter', null],
    [{ Title: '' }, 'TITLE_MISSING', 'Title', 'A07'],
    [{ 'Number of Credits': '0.3' }, 'CREDIT_STEP', 'Number of Credits', 'A20'],
    [{ 'Physician Learners': '-1' }, 'COUNT_NEGATIVE', 'Physician Learners', 'A22'],
    [{ Country: 'US' }, 'COUNTRY_UNKNOWN', 'Country', 'A17'],
  ]
  const batch = await send(csvOf(...bad.map(([changes], i) => aRow(`${i}`, changes)), aRow('good')))
  const rows = await intake.rowsOf(batch)
  expect(rows.map(({ codes, columns, rules }) => [codes[0], columns[0], rules[0]])).toEqual([
    ...bad.map(([, code, column, rule]) => [code, column, rule]),
    [undefined, undefined, undefined],
  ])
  expect(batch).toMatchObject({ accepted: 1, rejected: bad.length, appliedRows: bad.length + 1 })
})

test('what is not complete is saved as a draft that says what it lacks (A39)', async () => {
  const batch = await send('Provider Activity ID,Title,Start Date\n1,Rounds,3/1/2026')
  const [row] = await intake.rowsOf(batch)
  expect(row).toMatchObject({ outcome: 'ACCEPTED', effect: 'ADDED' })
  expect(row?.columns).toContain('Activity Format')
  expect(await intake.counted(`activity where status = 'DRAFT'`)).toBe(1)
})

test('a column that a file does not have changes nothing, and a blank cell makes blank (B05)', async () => {
  await send(csvOf(aRow('1', { 'Close Activity': '' })))
  const counts = await send('Provider Activity ID,Physician Learners,Other Learners\n1,40,')
  expect(await effects(counts)).toEqual(['CHANGED'])
  expect(
    await intake.counted(
      `activity where physician_learners = 40 and other_learners is null and title = 'Grand Rounds 1'`,
    ),
  ).toBe(1)
  const blanked = await send('Provider Activity ID,Start Date\n1,')
  expect((await intake.rowsOf(blanked))[0]).toMatchObject({
    effect: 'REJECTED',
    rules: expect.arrayContaining(['A47']),
  })
})

test('the time of a day moves no day (A13)', async () => {
  await send(csvOf(aRow('1', { 'Start Date': '2026-03-01T23:59:59', 'End Date': '2026-03-01T23:59:59-11:00' })))
  expect(await intake.counted(`activity where starts_on = '2026-03-01' and ends_on = '2026-03-01'`)).toBe(1)
})

test('a tab-delimited row of a template needs an own id (A04)', async () => {
  const row = Array(47).fill('')
  row[4] = 'Rounds'
  const batch = await send(row.join('\t'))
  expect((await intake.rowsOf(batch))[0]).toMatchObject({ outcome: 'REJECTED', rules: ['A04'], line: 1 })
})

test('a record of another provider is refused (W02), and one of another year (A14)', async () => {
  const record = (id: string, providerId: string, year: string) => ({
    ReportDescription: { ReportingStartDate: `${year}-01-01`, ReportingEndDate: `${year}-12-31` },
    Lom: { general: { identifier: [{ catalog: 'Provider Activity ID', entry: id }], title: 'Rounds' } },
    healthcareMetadata: {
      healthcareEducation: { startDateTime: '2026-03-01T00:00:00', endDateTime: '2026-03-01T00:00:00' },
    },
    XtensibleInfo: { ProviderID: providerId },
  })
  const batch = await send(
    JSON.stringify([
      record('1', bosProvider, '2026'),
      record('2', adasProvider, '2025'),
      record('3', adasProvider, '2026'),
    ]),
  )
  const rows = await intake.rowsOf(batch)
  expect(rows.map(({ effect, rules }) => [effect, rules[0]])).toEqual([
    ['REJECTED', 'W02'],
    ['REJECTED', 'A14'],
    ['ADDED', 'A39'],
  ])
})

test('a dry run judges every row and records nothing', async () => {
  const batch = await send(csvOf(aRow('1'), aRow('2', { Country: 'US' })), { dryRun: true })
  expect(batch).toMatchObject({ state: 'DONE', accepted: 1, rejected: 1 })
  expect((await intake.rowsOf(batch)).map(({ activityId }) => activityId)).toEqual([null, null])
  expect(await intake.counted('activity')).toBe(0)
})

test('a file that must be refused leaves nothing behind but the reason', async () => {
  const broken = `[${JSON.stringify({ Lom: { general: { title: 'A' } } })}, {]`
  expect(await send(broken)).toMatchObject({ state: 'REFUSED', refusal: { code: 'FILE_FORMAT', place: 'line 1' } })
  expect(await intake.counted('activity')).toBe(0)
  expect(await send('Start Date,End Date\n3/1/2026,3/1/2026')).toMatchObject({ refusal: { code: 'COLUMN_MISSING' } })
  expect(await send(sampleHeaders.join(','))).toMatchObject({ refusal: { code: 'FILE_EMPTY' } })
})

test('a worker that is killed is continued without losing or doubling a row', async () => {
  const rows = Array.from({ length: 2_100 }, (_, i) => aRow(`${i}`, i % 10 ? {} : { Country: 'US' }))
  const { batchId } = await intake.stores(await files.text(csvOf(...rows)))
  await expect(intake.runs(batchId, { ...intake.tools, em: dyingAfter(intake.orm.em, 1) })).rejects.toThrow('killed')
  const halfway = await intake.opened(batchId)
  expect(halfway).toMatchObject({ state: 'APPLYING', appliedRows: maxRowsAtOnce, lastRowNumber: maxRowsAtOnce + 1 })
  await intake.runs(batchId)
  expect(await intake.opened(batchId)).toMatchObject({
    state: 'DONE',
    appliedRows: 2_100,
    accepted: 1_890,
    rejected: 210,
  })
  expect(await intake.counted(`activity_batch_row where batch_id = '${batchId}'`)).toBe(2_100)
  expect(await intake.counted('activity')).toBe(1_890)
})

test('two workers on one file apply every row once', async () => {
  const rows = Array.from({ length: 2_100 }, (_, i) => aRow(`${i}`))
  const { batchId } = await intake.stores(await files.text(csvOf(...rows)))
  await Promise.all([intake.runs(batchId), intake.runs(batchId)])
  await intake.runs(batchId)
  expect(await intake.opened(batchId)).toMatchObject({ state: 'DONE', appliedRows: 2_100, accepted: 2_100 })
  expect(await intake.counted('activity')).toBe(2_100)
})

/** An entity manager whose forks fail once so many transactions of theirs have ended. */
function dyingAfter(em: EntityManager, transactions: number): EntityManager {
  let left = transactions
  return new Proxy(em, {
    get(target, name) {
      if (name !== 'fork') return Reflect.get(target, name)
      return () => {
        const fork = target.fork()
        return new Proxy(fork, {
          get(inner, key) {
            if (key === 'fork') return () => dyingFork(inner.fork())
            return bound(inner, key)
          },
        })
      }
    },
  })

  function dyingFork(fork: EntityManager): EntityManager {
    return new Proxy(fork, {
      get(inner, key) {
        if (key === 'transactional') {
          return (work: Parameters<EntityManager['transactional']>[0]) => {
            if (left === 0) throw new Error('killed')
            left -= 1
            return inner.transactional(work)
          }
        }
        return bound(inner, key)
      },
    })
  }
}

function bound(target: EntityManager, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key)
  return typeof value === 'function' ? value.bind(target) : value
}
