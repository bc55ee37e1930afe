import { abim, LedgerWorld, learnerOf } from './testing/ledger-world.js'

let world: LedgerWorld
const somebody = () => world.somebody()

beforeAll(async () => {
  world = await LedgerWorld.open()
})
afterAll(() => world.close())

describe('a correction', () => {
  test('is a new version: the record keeps its id, its place and its history', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, credits: 4 })
    expect(await ada.corrects(id, 1, { ...who, credits: 5, givenName: 'Dee' })).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 5 ACCEPTED')
    const record = await ada.opens(id)
    expect(record).toMatchObject({ version: 2, isVoided: false, learner: { givenName: 'Dee' } })
    expect(record.history).toMatchObject([
      {
        version: 2,
        action: 'CORRECTED',
        by: 'Ada Lovelace',
        source: 'FORM',
        rowNumber: 1,
        changes: [
          { label: 'CME credits', before: '1', after: '1.25' },
          { label: 'First name', before: 'Deirdre', after: 'Dee' },
        ],
      },
      { version: 1, action: 'REPORTED', by: 'Ada Lovelace' },
    ])
    expect(record.history.map(({ batchId }) => batchId)).not.toContain(null)
  })

  test('of the same version again has the same answer and makes no further version (I-8)', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports(who)
    expect(await ada.corrects(id, 1, { ...who, credits: 5 })).toBe('ACCEPTED')
    expect(await ada.corrects(id, 1, { ...who, credits: 5 })).toBe('ACCEPTED')
    expect((await ada.opens(id)).version).toBe(2)
  })

  test('of a version that is no longer the newest is a CONFLICT that tells what was changed', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports(who)
    await ada.corrects(id, 1, { ...who, credits: 5 })
    await expect(ada.corrects(id, 1, { ...who, credits: 6 })).rejects.toMatchObject({
      message: 'This record was changed since. Version 2: Ada Lovelace corrected it: CME credits 1 → 1.25.',
      extensions: { code: 'CONFLICT' },
    })
    await expect(ada.corrects(id, 7, who)).rejects.toThrow('has no version 7; it stands at 2')
  })

  test('of two at once only one is taken', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports(who)
    const both = await Promise.allSettled([5, 6].map((credits) => ada.corrects(id, 1, { ...who, credits })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await ada.opens(id)).version).toBe(2)
  })

  test('that says the same is a DUPLICATE and makes no version', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports(who)
    expect(await ada.corrects(id, 1, who)).toBe('DUPLICATE')
    expect((await ada.opens(id)).version).toBe(1)
  })

  test('that is only tried changes nothing, and asks whom it means as a trial', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports(who)
    expect(await ada.corrects(id, 1, { ...who, credits: 5 }, true)).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED')
    expect(world.asked.at(-1)).toBe('TRIAL')
    expect(await ada.corrects(id, 1, { ...who, credits: 5 })).toBe('ACCEPTED')
    expect(world.asked.at(-1)).toBeUndefined()
  })

  test('moves a record to another day and activity with all its parts', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, moc: abim(8) })
    const moved = { ...who, moc: abim(8), activityId: '200000002', completedOn: '2026-06-21' }
    expect(await ada.corrects(id, 1, moved)).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED, ABIM 8 PENDING')
    expect(await ada.opens(id)).toMatchObject({ activity: { activityId: '200000002' }, completedOn: '2026-06-21' })
  })

  test('is judged like a report, without what the record says itself (L25, L27)', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, credits: 380 })
    await ada.reports({ ...who, credits: 20, completedOn: '2026-06-21' })
    expect(await ada.corrects(id, 1, { ...who, credits: 381 })).toBe('REJECTED CREDITS_EXCEED_ACTIVITY')
    expect(await ada.corrects(id, 1, { ...who, credits: 10, completedOn: '2026-06-21' })).toBe(
      'DUPLICATE DUPLICATE_COMPLETION',
    )
    expect(await ada.corrects(id, 1, { ...who, familyName: 'Nobody' })).toBe('REJECTED LEARNER_NOT_FOUND')
    expect(await world.stands(id)).toBe('CME 380 ACCEPTED')
  })

  test('never makes a record another physician’s', async () => {
    const { ada } = world
    const [who, other] = [somebody(), somebody()]
    const id = await ada.reports(who)
    expect(await ada.corrects(id, 1, other)).toBe('REJECTED LEARNER_CHANGED')
  })

  test('goes by who the physician is since a merge, and the record stays with whom it was written for', async () => {
    const { ada } = world
    const [who, survivor] = [somebody(), somebody()]
    const id = await ada.reports(who)
    await world.rows(
      'insert into learner_merge values (?, ?)',
      learnerOf(Number(who.familyName)),
      learnerOf(Number(survivor.familyName)),
    )
    expect(await ada.corrects(id, 1, { ...survivor, credits: 6 })).toBe('ACCEPTED')
    const [part] = await world.rows('select learner_id, quarters from live_credit where completion_id = ?::uuid', id)
    expect(part).toEqual({ learner_id: learnerOf(Number(who.familyName)), quarters: 6 })
  })

  test('needs the learner’s permission (L33), and an own record (W05)', async () => {
    const { ada, bo } = world
    const who = somebody()
    const id = await ada.reports(who)
    await expect(ada.corrects(id, 1, { ...who, learnerPermission: false })).rejects.toThrow('agreed')
    await expect(bo.corrects(id, 1, who)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
    await expect(bo.voids(id)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
    await expect(bo.restores(id, 1, 1)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
    await expect(bo.opens(id)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  })
})

describe('parts of a correction', () => {
  test('stand or fall alone: one that does not stand stays as it was (L40)', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, moc: abim(8) })
    expect(await ada.corrects(id, 1, { ...who, credits: 5, moc: abim(4_000) })).toBe(
      'ACCEPTED POINTS_EXCEED_REGISTRATION',
    )
    expect(await world.stands(id)).toBe('CME 5 ACCEPTED, ABIM 8 PENDING')
    expect(await ada.corrects(id, 2, { ...who, credits: 5, moc: abim(4_000) })).toBe(
      'REJECTED POINTS_EXCEED_REGISTRATION',
    )
  })

  test('stay together where the record moves', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, moc: abim(8) })
    const moved = { ...who, moc: abim(4_000), completedOn: '2026-06-21' }
    expect(await ada.corrects(id, 1, moved)).toBe('REJECTED PARTS_STAY_TOGETHER POINTS_EXCEED_REGISTRATION')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED, ABIM 8 PENDING')
  })

  test('come and go', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports(who)
    expect(await ada.corrects(id, 1, { ...who, moc: abim(8) })).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED, ABIM 8 PENDING')
    expect(await ada.corrects(id, 2, who)).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED')
    const [latest] = (await ada.opens(id)).history
    expect(latest?.changes).toEqual([
      { label: 'ABIM points', before: '2', after: null },
      { label: 'ABIM credit types', before: 'Medical Knowledge 2', after: null },
      { label: 'Board ID', before: '219876', after: null },
    ])
  })

  test('that the board accepted keep its decision while they say the same', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, moc: abim(8) })
    await world.decide(await world.livePart(id, 'MOC'), 'ACCEPTED')
    await ada.corrects(id, 1, { ...who, credits: 6, moc: abim(8) })
    expect(await world.stands(id)).toBe('CME 6 ACCEPTED, ABIM 8 ACCEPTED')
    await ada.corrects(id, 2, { ...who, credits: 6, moc: abim(4) })
    expect(await world.stands(id)).toBe('CME 6 ACCEPTED, ABIM 4 PENDING')
    const { history } = await ada.opens(id)
    expect(history.map(({ answers }) => answers.map(({ status }) => status))).toEqual([
      ['PENDING'],
      [],
      ['PENDING', 'ACCEPTED'],
    ])
  })

  test('that the board refused go to it again with a correction', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, moc: abim(8) })
    await world.decide(await world.livePart(id, 'MOC'), 'REJECTED')
    expect(await ada.corrects(id, 1, { ...who, moc: abim(8, { boardId: '219877' }) })).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED, ABIM 8 PENDING')
    await world.decide(await world.livePart(id, 'MOC'), 'ACCEPTED')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED, ABIM 8 ACCEPTED')
  })
})

describe('a record that is taken back', () => {
  test('is gone, with all its parts, and who took it back and why stays (L39)', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, moc: abim(8) })
    await world.decide(await world.livePart(id, 'MOC'), 'REJECTED')
    await ada.voids(id, '  She was not there. ')
    expect(await world.stands(id)).toBe('')
    const record = await ada.opens(id)
    expect(record).toMatchObject({ version: 2, isVoided: true, learner: who })
    expect(record.history[0]).toMatchObject({ action: 'VOIDED', by: 'Ada Lovelace', reason: 'She was not there.' })
    await ada.voids(id)
    expect((await ada.opens(id)).version).toBe(2)
  })

  test.each([
    ['without a reason', '  ', 'Say why'],
    ['with too long a reason', 'x'.repeat(501), 'at most 500'],
  ])('is not taken back %s', async (_what, reason, sentence) => {
    const id = await world.ada.reports(somebody())
    await expect(world.ada.voids(id, reason)).rejects.toThrow(sentence)
  })

  test('cannot be corrected until it is put back, and leaves room for another', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports(who)
    await ada.voids(id)
    await expect(ada.corrects(id, 2, { ...who, credits: 5 })).rejects.toThrow('taken back')
    const other = await ada.reports(who)
    expect(await ada.restores(id, 2, 1)).toBe('REJECTED DUPLICATE_COMPLETION')
    await ada.voids(other)
    expect(await ada.restores(id, 2, 1)).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED')
  })

  test('by a row of a file has a version too, and points that were refused go along', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, moc: abim(8) })
    await world.decide(await world.livePart(id, 'MOC'), 'REJECTED')
    await ada.deletes(who)
    expect(await world.stands(id)).toBe('')
    expect((await ada.opens(id)).history[0]).toMatchObject({
      version: 2,
      action: 'VOIDED',
      source: 'FILE',
      rowNumber: 1,
    })
  })
})

describe('putting back', () => {
  test('undoes a correction as a new version, which can be undone again', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, givenName: 'Deirdre' })
    await ada.corrects(id, 1, { ...who, givenName: 'Dee', credits: 6 })
    expect(await ada.restores(id, 2, 1)).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED')
    expect(await ada.opens(id)).toMatchObject({
      version: 3,
      learner: { givenName: 'Deirdre' },
      history: [
        {
          action: 'RESTORED',
          changes: [
            { before: '1.5', after: '1' },
            { before: 'Dee', after: 'Deirdre' },
          ],
        },
        {},
        {},
      ],
    })
    expect(await ada.restores(id, 2, 1)).toBe('ACCEPTED')
    expect(await ada.restores(id, 3, 2)).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 6 ACCEPTED')
    expect((await ada.opens(id)).version).toBe(4)
  })

  test('brings back what the board had decided', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports({ ...who, moc: abim(8) })
    await world.decide(await world.livePart(id, 'MOC'), 'ACCEPTED')
    await ada.voids(id)
    expect(await ada.restores(id, 2, 1)).toBe('ACCEPTED')
    expect(await world.stands(id)).toBe('CME 4 ACCEPTED, ABIM 8 ACCEPTED')
    const decisions = await world.rows(
      `select decided_by from part_decision where part_id = ?::uuid`,
      await world.livePart(id, 'MOC'),
    )
    expect(decisions).toEqual([{ decided_by: 'cam' }])
  })

  test('is judged as of today', async () => {
    const { ada } = world
    const who = somebody()
    const id = await ada.reports(who)
    await ada.voids(id)
    world.today = '2028-04-01'
    expect(await ada.restores(id, 2, 1)).toBe('REJECTED REPORTING_WINDOW_CLOSED')
    world.today = '2026-06-30'
  })

  test.each([
    ['a version that is not there', 9, 'no version 9'],
    ['a version that says nothing', 2, 'could be put back'],
  ])('refuses %s', async (_what, to, sentence) => {
    const id = await world.ada.reports(somebody())
    await world.ada.voids(id)
    await expect(world.ada.restores(id, 2, to)).rejects.toThrow(sentence)
  })
})
