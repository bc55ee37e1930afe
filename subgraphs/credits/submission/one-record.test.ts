import { LedgerWorld } from '../correction/testing/ledger-world.js'
import { anActivity } from '../record/testing.js'
import { type CompletionInput, cellsOf, type MocInput } from './completion-input.js'

let world: LedgerWorld
const somebody = () => world.somebody()

const points = (board: string, creditType: string, changes: Partial<MocInput> = {}): MocInput => ({
  board,
  boardId: `${board}-1`,
  points: 8,
  lines: [{ creditType, points: 8 }],
  ...changes,
})
const abim = points('ABIM', 'MK')
const abp = points('ABP', 'LLSA')
const abs = points('ABS', 'SA', { boardId: null })
const rems = { localIdentifier: 'idd:acme:learner:77', profession: 'Physician' }
const registered = (boardCode: string, ...creditTypes: string[]) => ({
  boardCode,
  quarters: 40,
  creditTypes,
  creditClaimOn: null,
})

beforeAll(async () => {
  world = await LedgerWorld.open()
  world.activities.push(
    anActivity({
      activityId: '200000003',
      quarters: 400,
      isRems: true,
      registrations: [registered('ABIM', 'MK'), registered('ABP', 'LLSA'), registered('ABS', 'SA')],
    }),
  )
})
afterAll(() => world.close())

const submits = (changes: Partial<CompletionInput>) => world.ada.submits({ activityId: '200000003', ...changes })
const said = ({ outcome, issues }: { outcome: string; issues: { code: string; column?: string | null }[] }) =>
  [outcome, ...issues.map(({ code, column }) => (column ? `${code} at ${column}` : code))].join(', ')

test('one submission makes one record: CME, several boards, REMS and ids of one’s own (L28, L31)', async () => {
  const creditIds = ['ccid:acme:one-1', 'ccid:acme:one-2']
  const answer = await submits({ ...somebody(), moc: [abim, abp, abs], rems, creditIds })
  expect(said(answer)).toBe('ACCEPTED')
  const id = String(answer.completionId)
  expect(await world.stands(id)).toBe('CME 4 ACCEPTED, ABIM 8 PENDING, ABP 8 PENDING, ABS 8 PENDING')
  expect(await world.rows('select from completion where completion_id = ?::uuid', id)).toHaveLength(1)
  expect(
    await world.rows('select profession from rems_report where local_identifier = ?', rems.localIdentifier),
  ).toEqual([{ profession: 'Physician' }])
  expect(
    await world.rows('select credit_id as id from credit_identifier where completion_id = ?::uuid order by 1', id),
  ).toEqual(creditIds.map((each) => ({ id: each })))
})

test('its parts stand or fall alone, and each says at which board (L17, L18, L20, L40)', async () => {
  const wrong = [abim, points('ABP', 'LLSA', { boardId: null }), points('ABS', 'MK'), points('ABOS', 'SAE')]
  const answer = await submits({ ...somebody(), moc: wrong, rems: { ...rems, profession: 'Wizard' } })
  expect(said(answer)).toBe(
    [
      'ACCEPTED',
      'BOARD_ID_MISSING at Certifying Board ID (ABP)',
      'CREDIT_TYPE_NOT_REGISTERED at Credit Type (ABS)',
      'ACTIVITY_NOT_MOC_REGISTERED at Certifying Board (ABOS)',
      'ROW_BAD_VALUE at Profession',
    ].join(', '),
  )
  expect(await world.stands(String(answer.completionId))).toBe('CME 4 ACCEPTED, ABIM 8 PENDING')
})

test.each(['XYZ', 'A:B'])('an unknown second board %j costs nothing but itself', async (board) => {
  const answer = await submits({ ...somebody(), moc: [abim, points(board, 'MK')] })
  expect(said(answer)).toBe('ACCEPTED, ROW_BAD_VALUE at Certifying Board (No. 2)')
})

test('the same again is a duplicate; a board more of it is a record of that board alone (L22, L25)', async () => {
  const who = somebody()
  await submits({ ...who, moc: [abim, abp] })
  expect((await submits({ ...who, moc: [abim, abp] })).outcome).toBe('DUPLICATE')
  const more = await submits({ ...who, moc: [abim, abp, abs] })
  expect(await world.stands(String(more.completionId))).toBe('ABS 8 PENDING')
})

test('points of another physician refuse the whole record', async () => {
  const world2 = await LedgerWorld.open()
  const { matchLearners } = world2.owners
  world2.activities.push(...world.activities.slice(-1))
  world2.owners.matchLearners = async (claims, ...rest) =>
    matchLearners(
      claims.map((claim) => (claim.boardCode === 'ABP' ? { ...claim, familyName: '1' } : claim)),
      ...rest,
    )
  const answer = await world2.ada.submits({ activityId: '200000003', familyName: '2', moc: [abim, abp] })
  expect(said(answer)).toBe('REJECTED, IDENTITY_CONFLICT at Certifying Board ID')
  await world2.close()
})

test('a correction takes a board out and another in, keeps the ids and puts all back (5.3)', async () => {
  const who = { ...somebody(), activityId: '200000003' }
  const id = await world.ada.reports({ ...who, moc: [abim, abp], creditIds: ['ccid:acme:two'] })
  expect((await world.ada.opens(id)).learner?.boardIds).toEqual([
    { board: 'ABIM', boardId: 'ABIM-1' },
    { board: 'ABP', boardId: 'ABP-1' },
  ])
  expect(await world.ada.corrects(id, 1, { ...who, moc: [abim, abp] })).toBe('DUPLICATE')
  expect(await world.ada.corrects(id, 1, { ...who, moc: [abp, abs] })).toBe('ACCEPTED')
  expect(await world.stands(id)).toBe('CME 4 ACCEPTED, ABP 8 PENDING, ABS 8 PENDING')
  expect(await world.ada.restores(id, 2, 1)).toBe('ACCEPTED')
  expect(await world.stands(id)).toBe('CME 4 ACCEPTED, ABIM 8 PENDING, ABP 8 PENDING')
  expect(await world.rows('select credit_id as id from credit_identifier where completion_id = ?::uuid', id)).toEqual([
    { id: 'ccid:acme:two' },
  ])
})

test.each<[string, Partial<CompletionInput>]>([
  ['REMS', { rems }],
  ['ids of one’s own', { creditIds: ['ccid:acme:x'] }],
])('a correction that brings %s says that they stay', async (_, brought) => {
  const who = { ...somebody(), activityId: '200000003' }
  const id = await world.ada.reports(who)
  await expect(world.ada.corrects(id, 1, { ...who, ...brought })).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
  })
})

test.each<[string, Partial<CompletionInput>]>([
  ['a board twice', { moc: [abim, { ...abim, board: ' abim' }] }],
  ['eleven boards', { moc: Array.from({ length: 11 }, (_, index) => points(`B${index}`, 'MK')) }],
  ['six credit types', { moc: [abim, { ...abp, lines: Array(6).fill(abp.lines[0]) }] }],
  ['21 ids', { creditIds: Array(21).fill('ccid:acme:x') }],
])('%s in a record is refused', (_, changes) => {
  const plain = {
    activityId: '1',
    completedOn: '2026-06-20',
    givenName: 'A',
    familyName: 'B',
    birthMonth: 1,
    birthDay: 2,
  }
  expect(() => cellsOf({ ...plain, learnerPermission: true, ...changes })).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  )
})

test('a board hears the id that the record gives for it, and for no other', async () => {
  const id = String((await submits({ ...somebody(), moc: [abim, abp, abs] })).completionId)
  const told = await world.rows<{ board: string; id: string | null }>(
    `select p.board_code as board, case when upper(btrim(r.cells #>> '{certifyingBoard,text}')) = p.board_code
       then r.cells #>> '{certifyingBoardId,text}' else r.cells #>> array['certifyingBoardId:' || p.board_code, 'text'] end as id
     from live_credit p join completion c using (learner_id, completion_id)
     join batch_row r on r.batch_id = c.batch_id and r.row_number = c.row_number
     where p.completion_id = ?::uuid and p.kind = 'MOC' order by 1`,
    id,
  )
  expect(told).toEqual([
    { board: 'ABIM', id: 'ABIM-1' },
    { board: 'ABP', id: 'ABP-1' },
    { board: 'ABS', id: null },
  ])
})
