import { executeBound } from '../../shared/postgres/bound.js'
import { readHeldLicenses } from '../matching/held-licenses.query.js'
import { learnerKeys } from '../matching/keys.js'
import { aClaim } from '../testing/people.js'
import { TestSubgraph } from '../testing/subgraph.js'
import type { FeedKind } from './feed-layout.js'
import type { Feed } from './feed-log.js'
import { findHolders } from './held-on.query.js'
import { type ImportOptions, importFeed } from './import-feed.js'
import { aDiplomate, aLicensee, emptyRegistry, FeedFolder, type FeedLine, wholeRegistry } from './testing/feed-file.js'

let subgraph: TestSubgraph
let folder: FeedFolder

beforeAll(async () => {
  folder = await FeedFolder.make()
  subgraph = await TestSubgraph.start()
})
afterAll(async () => {
  await subgraph.stop()
  await folder.remove()
})
beforeEach(() => emptyRegistry(em()))

const em = () => subgraph.orm.em.fork()

interface Sending extends ImportOptions {
  scope?: string
  asOf?: string
}
const send = async (
  kind: FeedKind,
  lines: readonly FeedLine[],
  { scope = 'ME-MD', asOf = '2026-06-01', ...options }: Sending = {},
): Promise<Feed> => importFeed(subgraph.url, { scope, kind, asOf, path: await folder.write(...lines) }, options)
const full = (lines: readonly FeedLine[], sending?: Sending) => send('FULL', lines, sending)
const delta = (lines: readonly FeedLine[], sending?: Sending) => send('DELTA', lines, sending)

interface OnFile {
  learnerId: string
  givenName: string
  familyName: string
  npi: string | null
  names: string[]
  licenses: string[]
  boards: string[]
}
/** Who is on file, by family and first name. */
const onFile = () =>
  em().execute<OnFile[]>(`
    select learner_id as "learnerId", given_name as "givenName", family_name as "familyName", npi,
      array(select kind || ' ' || name from learner_family_name n where n.learner_id = l.learner_id order by kind, name) as names,
      array(select concat_ws(' ', board_code, license_number, status, effective_to) from license_record r
        where r.learner_id = l.learner_id order by board_code, license_number) as licenses,
      array(select concat_ws(' ', board_code, board_id, status) from diplomate_record d
        where d.learner_id = l.learner_id order by board_code) as boards
    from learner l order by family_name, given_name, learner_id`)
const suggestions = () =>
  em().execute<{ merged: string; survivor: string; status: string; reason: string }[]>(
    `select merged_id as merged, survivor_id as survivor, status, reason from merge_proposal join merge_decision using (proposal_id)`,
  )
const eventsOf = async (learnerId: string) =>
  executeBound<{ payload: { licenses: { status: string }[] } }>(
    em(),
    'select payload from outbox_event where aggregateid = $1 order by position',
    [learnerId],
  )

const anna = aLicensee({
  number: 'MD1',
  given_name: 'Anna',
  family_name: 'García-López',
  npi: '1234567893',
  former_names: 'Ruiz; Díaz',
})
const bert = aLicensee({
  number: 'MD2',
  given_name: 'Bert',
  middle_name: 'Q',
  family_name: 'Stone',
  suffix: 'Jr',
  birth_month: '2',
  birth_day: '29',
})

test('a full file puts people, names and licenses on file, with the keys by which they are matched', async () => {
  const feed = await full([anna, bert])
  expect(feed).toMatchObject({ state: 'APPLIED', total_rows: 2, learners_added: 2, records_added: 2, records_ended: 0 })
  expect(await onFile()).toMatchObject([
    {
      givenName: 'Anna',
      familyName: 'García-López',
      npi: '1234567893',
      names: ['CURRENT García-López', 'FORMER Díaz', 'FORMER Ruiz', 'PART García', 'PART López'],
      licenses: ['ME-MD MD1 ACTIVE 2027-12-31'],
    },
    { givenName: 'Bert', familyName: 'Stone', names: ['CURRENT Stone'], licenses: ['ME-MD MD2 ACTIVE 2027-12-31'] },
  ])
  const keys = await em().execute<{ key: string }[]>(
    `select given_key || ' ' || family_key as key from learner join learner_family_name using (learner_id) order by 1`,
  )
  const { givenKey, familyNames } = learnerKeys({
    givenName: 'Anna',
    familyName: 'García-López',
    formerNames: ['Ruiz', 'Díaz'],
  })
  const expected = familyNames.map(({ familyKey }) => `${givenKey} ${familyKey}`)
  expect(keys.map(({ key }) => key)).toEqual([...expected.sort(), 'BERT STONE'])
})

describe('the same file twice changes nothing', () => {
  test.each(['FULL', 'DELTA'] as const)('%s', async (kind) => {
    const lines = [anna, bert]
    await send(kind, lines)
    const before = await wholeRegistry(em())
    const again = await send(kind, lines)
    expect(again).toMatchObject({
      state: 'APPLIED',
      learners_added: 0,
      learners_changed: 0,
      records_added: 0,
      records_changed: 0,
      records_ended: 0,
    })
    expect(await wholeRegistry(em())).toEqual(before)
  })

  test('an end, and a file with what was on file before any feed', async () => {
    await full([anna, bert])
    const end = [{ action: 'END', number: 'MD1', status: '', ...emptyPerson }]
    await delta(end, { asOf: '2026-07-01' })
    const before = await wholeRegistry(em())
    expect(await delta(end, { asOf: '2026-07-01' })).toMatchObject({ records_ended: 0 })
    await em().execute('update license_record set reported_hash = null')
    expect(await full([bert], { asOf: '2026-07-01' })).toMatchObject({ learners_changed: 0, records_changed: 0 })
    const withoutHash = (lines: string[]) => lines.map((line) => line.replace(/"reported_hash": [^,}]+/, ''))
    expect(withoutHash(await wholeRegistry(em()))).toEqual(withoutHash(before))
  })
})

const emptyPerson = { effective_from: '', given_name: '', family_name: '', degree: '', birth_month: '', birth_day: '' }

describe('a delta', () => {
  test('changes one license, keeps what was true before, and tells of it once with all licenses', async () => {
    await full([anna, bert])
    const [before] = await onFile()
    await delta([{ ...anna, status: 'REVOKED', effective_to: '2026-06-30' }], { asOf: '2026-07-02' })
    expect((await onFile())[0]?.licenses).toEqual(['ME-MD MD1 REVOKED 2026-06-30'])
    const history = await em().execute('select status, effective_to, valid_from, valid_to from license_history')
    expect(history).toEqual([
      { status: 'ACTIVE', effective_to: '2027-12-31', valid_from: null, valid_to: '2026-07-02' },
    ])
    const events = await eventsOf(before?.learnerId ?? '')
    expect(events.map(({ payload }) => payload.licenses.map(({ status }) => status))).toEqual([['ACTIVE'], ['REVOKED']])
  })

  test('ends a record with the day that it gives, or else with the day of the file', async () => {
    await full([anna, bert, aLicensee({ number: 'MD3', family_name: 'Young', effective_to: '' })])
    const end = (number: string, effective_to = '') => ({
      action: 'END',
      number,
      status: '',
      ...emptyPerson,
      effective_to,
    })
    const feed = await delta([end('MD1', '2026-05-31'), end('MD3')], { asOf: '2026-07-01' })
    expect(feed).toMatchObject({ records_ended: 2, records_changed: 0 })
    expect((await onFile()).flatMap(({ licenses }) => licenses)).toEqual([
      'ME-MD MD1 EXPIRED 2026-05-31',
      'ME-MD MD2 ACTIVE 2027-12-31',
      'ME-MD MD3 EXPIRED 2026-07-01',
    ])
  })

  test('tells licenses of an MD and a DO with one number apart, and asks whose is ended', async () => {
    const md = aLicensee({ number: '001648', board: 'CT-MD' })
    const osteopath = { ...md, degree: 'DO', given_name: 'Di', birth_day: '11' }
    expect(await full([md, osteopath], { scope: 'CT-MD' })).toMatchObject({ state: 'APPLIED', learners_added: 2 })
    const end = { ...emptyPerson, action: 'END', board: 'CT-MD', number: '1648', status: '' }
    expect(await delta([end], { scope: 'CT-MD' })).toMatchObject({
      state: 'REFUSED',
      errors: [{ line: 2, column: 'degree' }],
    })
    expect(await delta([{ ...end, degree: 'DO' }], { scope: 'CT-MD' })).toMatchObject({ records_ended: 1 })
    expect((await onFile()).map(({ givenName, licenses }) => [givenName, licenses[0]?.split(' ')[2]])).toEqual([
      ['Di', 'EXPIRED'],
      ['Robert', 'ACTIVE'],
    ])
  })

  test('finds a record however its number is written', async () => {
    await full([aLicensee({ number: '036-052821' })])
    await delta([aLicensee({ number: '36052821', status: 'EXPIRED' })])
    expect((await onFile()).map(({ licenses }) => licenses)).toEqual([['ME-MD 36052821 EXPIRED 2027-12-31']])
  })
})

describe('who held which license on a day (I15)', () => {
  const holders = async (day: string) =>
    (await findHolders(em(), 'ME', 'md-1', day)).map(({ licenseNumber }) => licenseNumber)

  test('a renewal does not undo the years before it, and a correction does', async () => {
    await full([{ ...anna, effective_from: '2022-07-01', effective_to: '2024-06-30' }])
    await delta([{ ...anna, effective_from: '2024-07-01', effective_to: '2026-06-30' }])
    const days = ['2022-06-30', '2022-07-01', '2024-06-30', '2024-07-01', '2026-06-30', '2026-07-01']
    const held = async () => Promise.all(days.map(async (day) => (await holders(day)).length))
    expect(await held()).toEqual([0, 1, 1, 1, 1, 0])
    await delta([{ ...anna, effective_from: '2024-07-01', effective_to: '2024-07-01', status: 'REVOKED' }])
    expect(await held()).toEqual([0, 1, 1, 1, 0, 0])
    await delta([{ ...anna, effective_from: '2022-07-01', effective_to: '2022-12-31', status: 'REVOKED' }])
    expect(await held()).toEqual([0, 1, 0, 0, 0, 0])
  })

  test('matching knows that a license was in force before it was renewed', async () => {
    await full([{ ...anna, effective_from: '2022-07-01', effective_to: '2024-06-30' }])
    await delta([{ ...anna, effective_from: '2024-07-01', effective_to: '2026-06-30' }])
    const [person] = await onFile()
    const held = await readHeldLicenses(em(), [person?.learnerId ?? ''])
    const isCurrent = (completedOn: string) => held.isCurrent(person?.learnerId ?? '', aClaim({ completedOn }))
    expect(['2022-06-30', '2024-06-30', '2026-06-30', '2026-07-01'].map(isCurrent)).toEqual([false, true, true, false])
  })

  test('a number that went to somebody else was held by each in turn', async () => {
    await full([{ ...anna, effective_from: '2015-01-01', effective_to: '2019-12-31', status: 'EXPIRED' }])
    const heir = aLicensee({
      number: 'MD1',
      given_name: 'Zoe',
      family_name: 'Heir',
      birth_month: '1',
      birth_day: '2',
      effective_from: '2024-01-01',
    })
    expect(await delta([heir])).toMatchObject({ learners_added: 1, records_changed: 1, learners_changed: 0 })
    const [garcia, zoe] = await onFile()
    expect([garcia?.licenses, zoe?.licenses]).toEqual([[], ['ME-MD MD1 ACTIVE 2027-12-31']])
    const holderOf = async (day: string) =>
      (await findHolders(em(), 'ME', 'MD1', day)).map(({ learnerId }) => learnerId)
    expect(await holderOf('2018-05-05')).toEqual([garcia?.learnerId])
    expect(await holderOf('2024-05-05')).toEqual([zoe?.learnerId])
    expect(await holderOf('2021-05-05')).toEqual([])
    for (const id of [garcia?.learnerId, zoe?.learnerId])
      expect((await eventsOf(id ?? '')).at(-1)?.payload.licenses).toHaveLength(id === zoe?.learnerId ? 1 : 0)
  })
})

describe('names', () => {
  test('what a board says otherwise of its own licensee replaces the name, which stays an alias and goes into history', async () => {
    await full([anna])
    await delta([{ ...anna, family_name: 'Weber', former_names: '' }], { asOf: '2026-07-02' })
    expect(await onFile()).toMatchObject([
      { familyName: 'Weber', names: ['CURRENT Weber', 'FORMER Díaz', 'FORMER García-López', 'FORMER Ruiz'] },
    ])
    const history = await em().execute('select family_name, valid_from, valid_to from learner_history')
    expect(history).toEqual([{ family_name: 'García-López', valid_from: null, valid_to: '2026-07-02' }])
  })

  test('a birthday that was wrong moves with every name', async () => {
    await full([anna])
    await delta([{ ...anna, birth_day: '11' }])
    const days = await em().execute<{ day: number }[]>('select distinct birth_day as day from learner_family_name')
    expect(days).toEqual([{ day: 11 }])
  })

  test('what another board says of a new licensee is an alias, and boards that disagree do not take turns', async () => {
    await full([anna])
    const elsewhere = { ...anna, number: '77', family_name: 'Weber' }
    await full([elsewhere], { scope: 'NH-MD' })
    const state = {
      familyName: 'García-López',
      licenses: ['ME-MD MD1 ACTIVE 2027-12-31', 'NH-MD 77 ACTIVE 2027-12-31'],
    }
    expect(await onFile()).toMatchObject([state])
    expect((await onFile())[0]?.names).toContain('FORMER Weber')
    const before = await wholeRegistry(em())
    await full([anna])
    await full([elsewhere], { scope: 'NH-MD' })
    expect(await wholeRegistry(em())).toEqual(before)
  })

  test('a middle name or suffix that a board leaves out stays', async () => {
    await full([bert])
    await delta([{ ...bert, middle_name: '', suffix: '', family_name: 'Stoner' }])
    const [row] = await em().execute('select family_name, middle_name, suffix, middle_key from learner')
    expect(row).toEqual({ family_name: 'Stoner', middle_name: 'Q', suffix: 'Jr', middle_key: 'Q' })
  })
})

describe('whom a new record is linked to', () => {
  const npi = '1234567893'
  const known = aLicensee({ number: 'MD1', npi })
  const other = (changes: FeedLine) => aLicensee({ number: '77', npi, ...changes })
  test.each<[string, FeedLine, number]>([
    ['NPI, birthday and name', {}, 1],
    ['NPI and birthday, with another name', { family_name: 'Weber' }, 1],
    ['NPI and name, with another birthday', { birth_day: '11' }, 1],
    ['NPI alone is somebody else’s', { family_name: 'Weber', birth_day: '11' }, 2],
    ['name and birthday without a number are a guess', { npi: '' }, 2],
  ])('%s: %#', async (_name, changes, people) => {
    await full([known])
    await full([other(changes)], { scope: 'NH-MD' })
    expect(await onFile()).toHaveLength(people)
  })

  test('an NPI that is somebody else’s is left aside, and becomes a suggestion once', async () => {
    await full([known])
    const stranger = other({ family_name: 'Weber', birth_day: '11' })
    expect(await full([stranger], { scope: 'NH-MD' })).toMatchObject({ suggestions: 1 })
    const [smith, weber] = await onFile()
    expect([smith?.npi, weber?.npi]).toEqual([npi, null])
    expect(await suggestions()).toEqual([
      {
        merged: weber?.learnerId,
        survivor: smith?.learnerId,
        status: 'SUGGESTED',
        reason: expect.stringContaining('NPI'),
      },
    ])
    expect(await full([stranger], { scope: 'NH-MD' })).toMatchObject({ suggestions: 0 })
  })

  test('rows of one file with one NPI are one new person, but for a row that fits nowhere', async () => {
    const rows = [
      other({ board: 'NH-MD' }),
      other({ board: 'VT-MD', number: '88' }),
      other({ board: 'ME-MD', number: 'MD9', family_name: 'Weber', birth_day: '11' }),
    ]
    expect(await full(rows, { scope: 'LICENSING' })).toMatchObject({ learners_added: 2, suggestions: 1 })
    expect(await onFile()).toMatchObject([
      { licenses: [expect.stringContaining('NH-MD 77'), expect.stringContaining('VT-MD 88')], npi },
      { familyName: 'Weber', npi: null },
    ])
  })

  test('the same file in chunks of one line makes the same people', async () => {
    const rows = [other({ board: 'NH-MD' }), other({ board: 'VT-MD', number: '88' })]
    await full(rows, { scope: 'LICENSING', chunkLines: 1 })
    expect(await onFile()).toMatchObject([
      { licenses: [expect.stringContaining('NH-MD'), expect.stringContaining('VT-MD')] },
    ])
  })

  test.each<[string, FeedLine, number]>([
    ['state and number of a license with birthday and name', { license_state: 'ME', license_number: 'md-1' }, 1],
    ['a license of another state', { license_state: 'NH', license_number: 'MD1' }, 2],
    ['the same with another birthday', { license_state: 'ME', license_number: 'MD1', birth_day: '11' }, 2],
    ['the same with another NPI', { license_state: 'ME', license_number: 'MD1', npi: '1245319599' }, 2],
    ['the NPI', { npi }, 1],
  ])('a certification by %s: %#', async (_name, changes, people) => {
    await full([known])
    await full([aDiplomate(changes)], { scope: 'ABIM' })
    expect(await onFile()).toHaveLength(people)
    const boards = (await onFile()).flatMap((person) => person.boards)
    expect(boards).toEqual(['ABIM 219876 ACTIVE'])
    await delta([{ ...aDiplomate(changes), status: 'INACTIVE' }], { scope: 'ABIM' })
    expect((await onFile()).flatMap((person) => person.boards)).toEqual(['ABIM 219876 INACTIVE'])
    expect(await em().execute('select status from diplomate_history')).toEqual([{ status: 'ACTIVE' }])
  })

  test('an NPI that was unknown is filled in', async () => {
    await full([aLicensee({ number: 'MD1' })])
    await full([aDiplomate({ license_state: 'ME', license_number: 'MD1', npi })], { scope: 'ABIM' })
    expect(await onFile()).toMatchObject([{ npi }])
  })
})

describe('a full file ends what it no longer lists', () => {
  test('of its own board alone, on the day of the file', async () => {
    await full([anna, bert])
    await full([aLicensee({ number: '77' })], { scope: 'NH-MD' })
    expect(await full([anna], { asOf: '2026-08-01' })).toMatchObject({ state: 'APPLIED', records_ended: 1 })
    expect((await onFile()).flatMap(({ licenses }) => licenses).sort()).toEqual([
      'ME-MD MD1 ACTIVE 2027-12-31',
      'ME-MD MD2 EXPIRED 2026-08-01',
      'NH-MD 77 ACTIVE 2027-12-31',
    ])
  })

  test('unless it lacks so much that it looks cut off', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      aLicensee({ number: `MD${index}`, birth_day: String(1 + (index % 28)) }),
    )
    await full(many)
    const before = await wholeRegistry(em())
    const refused = await full(many.slice(0, 20))
    expect(refused).toMatchObject({
      state: 'REFUSED',
      errors: [{ line: 0, message: expect.stringContaining('20 of 40') }],
    })
    expect(await wholeRegistry(em())).toEqual(before)
    expect(await full(many.slice(0, 20), { allowEnding: true, chunkLines: 3 })).toMatchObject({ records_ended: 20 })
  })
})

test('an older file than the last one is refused, of its board and of all boards', async () => {
  await full([anna], { asOf: '2026-06-02' })
  for (const scope of ['ME-MD', 'LICENSING'])
    expect(await full([{ ...anna, board: 'ME-MD' }], { asOf: '2026-06-01', scope })).toMatchObject({ state: 'REFUSED' })
  expect(await full([aLicensee()], { asOf: '2026-06-01', scope: 'NH-MD' })).toMatchObject({ state: 'APPLIED' })
})
