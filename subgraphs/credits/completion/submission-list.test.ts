import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { upsertFacts } from '../activity/activity-fact.js'
import { abim, LedgerWorld } from '../correction/testing/ledger-world.js'
import { anActivity } from '../record/testing.js'
import { findRemsList } from '../rems/rems-list.query.js'
import type { CompletionInput } from '../submission/completion-input.js'
import { findRecords } from './completion.query.js'
import { exportedRecords, sendSubmissions } from './export-submissions.js'
import { conditionsOf, filterIn, type SubmissionFilter } from './submission-filter.js'
import { countByActivity, totalSubmissions } from './submission-totals.js'

/** Whatever they are called, people whose last name has a number are the physician with that number. */
let world: LedgerWorld
const northernLight = '0008273'
const own = { where: 'c.provider_id = ?', params: [northernLight] }
const ids = new Map<string, string>()
let batchId = ''

beforeAll(async () => {
  world = await LedgerWorld.open()
  const { matchLearners } = world.owners
  world.owners.matchLearners = (claims, ...rest) =>
    matchLearners(
      claims.map((claim) => ({ ...claim, familyName: claim.familyName.replace(/\D/g, '') })),
      ...rest,
    )
  world.activities.push(
    anActivity({ activityId: '200000004', quarters: 400, isRems: true, title: '100% Pain_Free' }),
    anActivity({ activityId: '200000009', quarters: 400, providerId: '0009999', title: 'Stroke at Lakeside' }),
  )
  await upsertFacts(world.orm.em.fork(), world.activities)
  const report = async (name: string, changes: Partial<CompletionInput>) =>
    ids.set(await world.ada.reports({ givenName: 'Ann', familyName: name, ...changes }), name)
  await report('Marchetti 1', { creditIds: ['ccid:acme:77'] })
  await report("O'Marchetti 2", { completedOn: '2026-06-21', moc: abim(8) })
  await report('marsh 3', { activityId: '200000002', givenName: 'Bea', moc: abim(4) })
  await report('%_ 4', {
    activityId: '200000004',
    rems: { localIdentifier: 'idd:acme:learner:4', profession: 'Nurse' },
  })
  await report('=cmd 5', { givenName: '+Eve', moc: abim(8) })
  const others = await world.bo.submits({ familyName: 'Marchetti 6', activityId: '200000009' })
  ids.set(String(others.completionId), 'of another provider')
  const [rejected] = await world.rows<{ partId: string }>(
    `select part_id as "partId" from live_credit where kind = 'MOC' and activity_id = '200000002'`,
  )
  await world.decide(rejected?.partId ?? '', 'REJECTED')
  const [batch] = await world.rows<{ batchId: string }>(
    `select batch_id as "batchId" from batch_row where cells #>> '{lastName,text}' = 'marsh 3'`,
  )
  batchId = batch?.batchId ?? ''
})
afterAll(() => world.close())

const em = () => world.orm.em.fork()
const found = async (filter: SubmissionFilter) => {
  const records = await findRecords(em(), {
    scope: own,
    and: conditionsOf(filter, northernLight),
    order: 'NEWEST_RECORDED',
    limit: 20,
  })
  return records.map(({ completionId }) => ids.get(completionId)).reverse()
}

const [one, two, three, four, five] = ['Marchetti 1', "O'Marchetti 2", 'marsh 3', '%_ 4', '=cmd 5']

test.each<[string, SubmissionFilter, (string | undefined)[]]>([
  ['everything of one’s own (V03)', {}, [one, two, three, four, five]],
  ['a last name as reported', { familyName: 'mar' }, [one, three]],
  ['signs that mean something to a pattern', { familyName: '%' }, [four]],
  ['a last name with an apostrophe', { familyName: "o'm" }, [two]],
  ['a status', { status: 'PENDING' as SubmissionFilter['status'] }, [two, five]],
  ['what boards rejected', { status: 'REJECTED' as SubmissionFilter['status'] }, [three]],
  ['what is accepted', { status: 'ACCEPTED' as SubmissionFilter['status'] }, [one, two, three, four, five]],
  ['a standing', { standing: 'REJECTED' }, [three]],
  ['an activity', { activityId: '200000001' }, [one, two, five]],
  ['one day', { completedFrom: '2026-06-21', completedTo: '2026-06-21' }, [two]],
  ['days before any', { completedTo: '2026-06-19' }, []],
  ['another source', { source: 'FILE' as SubmissionFilter['source'] }, []],
  ['a credit id (L28)', { creditId: 'ccid:acme:77' }, [one]],
  ['another credit id', { creditId: 'ccid:acme:7' }, []],
  ['a credit id among the words', { text: ' ccid:acme:77' }, [one]],
  ['an activity among the words', { text: '200000002' }, [three]],
  ['words of a title', { text: 'stroke' }, [three]],
  ['a title with signs of patterns', { text: '100% pain_' }, [four]],
  ['first and last name', { text: 'bea marsh' }, [three]],
  ['last and first name', { text: 'Marsh, Bea' }, [three]],
  ['a first name of somebody else', { text: 'ann marsh' }, []],
  ['several filters at once', { text: 'mar', activityId: '200000001', completedTo: '2026-06-20' }, [one]],
  ['nothing but blanks', { text: '  ', familyName: '' }, [one, two, three, four, five]],
])('V03: a provider finds %s', async (_, filter, expected) => {
  expect(await found(filter)).toEqual(expected)
})

test('V03: a provider finds what a batch of its own recorded, with the record whole', async () => {
  expect(await found({ batchId })).toEqual([three])
  const [record] = await findRecords(em(), {
    scope: own,
    and: conditionsOf({ batchId, status: 'REJECTED' as SubmissionFilter['status'] }, northernLight),
    order: 'NEWEST_RECORDED',
    limit: 2,
  })
  expect([record?.cme?.status, record?.moc.map(({ status }) => status)]).toEqual(['ACCEPTED', ['REJECTED']])
})

test('a corrected name is found too', async () => {
  const id = await world.ada.reports({ familyName: 'Wrong 8', completedOn: '2026-06-22' })
  ids.set(id, 'corrected')
  await world.ada.corrects(id, 1, { familyName: 'Right 8', completedOn: '2026-06-22', credits: 2 })
  expect(await found({ familyName: 'right' })).toEqual(['corrected'])
  await world.ada.voids(id)
  expect(await found({ familyName: 'right' })).toEqual([])
})

test.each<[string, SubmissionFilter]>([
  ['days in the wrong order', { completedFrom: '2026-06-21', completedTo: '2026-06-20' }],
  ['101 characters', { text: 'x'.repeat(101) }],
  ['no text', { familyName: 'a\0b' }],
])('%s are refused', (_, filter) => {
  expect(() => conditionsOf(filter, northernLight)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  )
})

test.each(['status=LOST', 'source=PIGEON', 'completedFrom=2026-02-30', 'standing=toString'])(
  'an address with %s is refused',
  (search) => expect(() => filterIn(new URLSearchParams(search))).toThrow('There is no'),
)

test('totals count learners, credits and what boards said, and never add points to credits (P03)', async () => {
  expect(await totalSubmissions(em(), [own])).toEqual({
    records: 5,
    learners: 5,
    credits: 20,
    accepted: 5,
    pending: 2,
    rejected: 1,
    mocAccepted: 0,
    mocPending: 2,
    mocRejected: 1,
  })
  expect(
    await totalSubmissions(em(), [own, ...conditionsOf({ activityId: '200000009' }, northernLight)]),
  ).toMatchObject({
    records: 0,
    credits: 0,
  })
  expect(await countByActivity(em(), [own], 2)).toEqual([
    { activity: { activityId: '200000001' }, records: 3 },
    { activity: { activityId: '200000002' }, records: 1 },
  ])
})

async function exported(filter: SubmissionFilter, format: 'csv' | 'xlsx'): Promise<string> {
  const conditions = conditionsOf(filter, northernLight)
  const server = createServer(
    (_, response) => void sendSubmissions(response, em(), { providerId: northernLight, conditions }, format),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const body = await (await fetch(`http://127.0.0.1:${port}`)).text()
  server.close()
  return body
}

test('B09: the file of records guards formulas, and has a row for each part of what is filtered', async () => {
  const lines = (await exported({ activityId: '200000001' }, 'csv')).trim().split('\r\n')
  expect(lines[0]).toMatch(/^Record ID,Last Name,First Name,Activity ID,/)
  expect(
    lines.slice(1).map((line) => line.split(',').slice(1, 4).concat(line.split(',').slice(5, 10)).join('|')),
  ).toEqual([
    "'=cmd 5|'+Eve|200000001|2026-06-20|AMA PRA Category 1|1||ACCEPTED",
    "'=cmd 5|'+Eve|200000001|2026-06-20|ABIM|2|Medical Knowledge 2|PENDING",
    "O'Marchetti 2|Ann|200000001|2026-06-21|AMA PRA Category 1|1||ACCEPTED",
    "O'Marchetti 2|Ann|200000001|2026-06-21|ABIM|2|Medical Knowledge 2|PENDING",
    'Marchetti 1|Ann|200000001|2026-06-20|AMA PRA Category 1|1||ACCEPTED',
  ])
  expect(exportedRecords).toBe(100_000)
  expect((await exported({}, 'xlsx')).slice(0, 2)).toBe('PK')
})

test('what stands reported for REMS is listed; for nobody else with the id of the learner (L31, L32)', async () => {
  const list = await findRemsList(em(), { providerId: northernLight, limit: 5 })
  expect(list).toMatchObject([
    { activity: { activityId: '200000004' }, localIdentifier: 'idd:acme:learner:4', profession: 'Nurse' },
  ])
  const [report] = await findRemsList(em(), { providerId: null, limit: 5 })
  expect([report?.profession, report?.localIdentifier]).toEqual(['Nurse', null])
  expect(await findRemsList(em(), { providerId: '0009999', limit: 5 })).toEqual([])
  expect(await findRemsList(em(), { providerId: northernLight, activityId: '200000001', limit: 5 })).toEqual([])
})
