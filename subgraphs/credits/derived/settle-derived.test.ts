import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import type { CertifyingBoardCode } from '../../reference/certifying-boards.js'
import { Viewer, type ViewerClaims } from '../../reference/viewer.js'
import { Policies } from '../../shared/policy.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { decideParts } from '../board/decide-parts.js'
import { CompletionSource } from '../completion/completion.js'
import { visibleParts } from '../completion/completion.policy.js'
import { findRecords } from '../completion/completion.query.js'
import { findMiscounts } from '../count/recount-credit.js'
import { creditsOrm } from '../orm.js'
import { findLiveParts } from '../record/look-up.js'
import { anActivity, cells, judged, matched, mocCells, onlyMoc } from '../record/testing.js'
import type { AwardedPart, Verdict } from '../record/verdict.js'
import { record } from '../transcript/testing/ledger.js'
import { recordVerdicts } from './record-verdicts.js'
import { settleDerived } from './settle-derived.js'

let database: FreshDatabase
let orm: MikroORM
let dee: string

const activityId = '200000001'
const completedOn = '2026-06-20'

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
  await orm.em.fork().execute(
    `insert into activity_fact (activity_id, version, provider_id, provider_name, title, status, activity_format, starts_on, ends_on,
       quarters, registrations)
     values (?, 1, '0008273', 'Northern Light', 'Heart Failure Update', 'ACTIVE', 'COURSE', '2026-06-01', '2026-06-25', 40, '[]')`,
    [activityId],
  )
})
afterAll(async () => {
  expect(await findMiscounts(orm.em.fork())).toEqual([])
  await orm.close()
  await database.drop()
})
beforeEach(() => {
  dee = v7()
})

const reported = async (board: CertifyingBoardCode, points: number, distinction = ''): Promise<AwardedPart> => {
  const [part] = await record(orm.em.fork(), {
    learnerId: dee,
    activityId,
    completedOn,
    moc: { board, points, status: 'PENDING', distinction },
  })
  if (!part) throw new Error('Nothing was recorded.')
  return part
}
const answer = (part: AwardedPart, decision: 'ACCEPTED' | 'REJECTED') =>
  decideParts(orm.em.fork(), [{ partId: part.partId, decision }], {
    boardCode: part.boardCode,
    decidedBy: 'cam',
  })
const accept = (part: AwardedPart) => answer(part, 'ACCEPTED')
const author = { providerId: '0008273', source: CompletionSource.FILE, batchId: v7(), submittedBy: 'ada' }
const write = (verdicts: Verdict[]) =>
  orm.em.fork().transactional((em) => recordVerdicts(em, verdicts, { ...author, batchId: v7() }))
const verdict = (change: Partial<Verdict>): Verdict => ({
  rowNumber: 3,
  cells: {},
  outcome: RowOutcome.ACCEPTED,
  issues: [],
  learnerId: null,
  completionId: null,
  awarded: [],
  voided: [],
  ...change,
})
const withdraw = (part: AwardedPart) => write([verdict({ voided: [part] })])

/** The CME credit that counts, as people read it. */
async function credit(): Promise<string[]> {
  const rows = await orm.em.fork().execute<{ quarters: number; board: string | null; source: string }[]>(
    `select quarters, follows_board as board, source from live_credit
     where learner_id = ?::uuid and kind = 'CME' and status = 'ACCEPTED'`,
    [dee],
  )
  return rows.map(({ quarters, board, source }) => `${quarters / 4} ${board ? `follows ${board}` : source}`)
}
const viewerOf = (claims: Partial<ViewerClaims>) =>
  new Viewer({ accountId: 'somebody', displayName: 'Some Body', role: 'PHYSICIAN', ...claims }, new Policies())

test('5.12: CME credit follows accepted points at once, and pending or rejected points have none', async () => {
  const part = await reported('ABIM', 5)
  expect(await credit()).toEqual([])
  await accept(part)
  expect(await credit()).toEqual(['5 follows ABIM'])
  const refused = await reported('ABP', 9)
  await answer(refused, 'REJECTED')
  expect(await credit()).toEqual(['5 follows ABIM'])
})

test('DOMAIN 1, 4.3: the boards of every state of licensure see it, with the board it follows from, and nobody else does', async () => {
  await accept(await reported('ABIM', 5))
  for (const board of ['ME-MD', 'VT-MD']) {
    await orm.em
      .fork()
      .execute(`insert into learner_license values (?::uuid, gen_random_uuid(), ?, ?, 'ACTIVE', '2015-01-01', null)`, [
        dee,
        board,
        board.slice(0, 2),
      ])
  }
  const seenBy = async (claims: Partial<ViewerClaims>) => {
    const scope = visibleParts(viewerOf(claims))
    const records = await findRecords(orm.em.fork(), { scope, order: 'NEWEST_RECORDED', limit: 100 })
    return records
      .filter(({ learnerId }) => learnerId === dee)
      .map(
        ({ cme, moc, source }) => `${cme?.credits ?? 0} ${cme?.followsFrom?.code ?? '-'} ${source} moc ${moc.length}`,
      )
  }
  expect(await seenBy({ role: 'LICENSING_BOARD', boardCode: 'ME-MD' })).toEqual(['20 ABIM DERIVED moc 0'])
  expect(await seenBy({ role: 'LICENSING_BOARD', boardCode: 'VT-MD' })).toEqual(['20 ABIM DERIVED moc 0'])
  expect(await seenBy({ role: 'LICENSING_BOARD', boardCode: 'NH-MD' })).toEqual([])
  expect(await seenBy({ role: 'CERTIFYING_BOARD', boardCode: 'ABIM' })).toEqual(['0 - FILE moc 1'])
  expect(await seenBy({ role: 'PHYSICIAN', learnerId: dee })).toEqual(['20 ABIM DERIVED moc 0', '0 - FILE moc 1'])
})

test('I-8: the same answer twice, and at the same time, makes one credit', async () => {
  const part = await reported('ABIM', 5)
  const outcomes = await Promise.all([accept(part), accept(part), accept(part)])
  expect(
    outcomes
      .flat()
      .map(({ outcome }) => outcome)
      .sort(),
  ).toEqual(['RECORDED', 'UNCHANGED', 'UNCHANGED'])
  await orm.em.fork().transactional((em) => settleDerived(em, [part, part]))
  expect(await credit()).toEqual(['5 follows ABIM'])
})

test('L41: it goes with the points, and what another board accepted takes its place', async () => {
  const [abim, abp] = [await reported('ABIM', 5), await reported('ABP', 3)]
  await accept(abim)
  await accept(abp)
  expect(await credit()).toEqual(['5 follows ABIM'])
  await withdraw(abim)
  expect(await credit()).toEqual(['3 follows ABP'])
  await withdraw(abp)
  expect(await credit()).toEqual([])
})

test('L24: the second ABA record of a day makes one credit of both', async () => {
  const [safety, other] = [await reported('ABA', 2, 'PS'), await reported('ABA', 3)]
  await accept(safety)
  expect(await credit()).toEqual(['2 follows ABA'])
  await accept(other)
  expect(await credit()).toEqual(['5 follows ABA'])
  await withdraw(safety)
  expect(await credit()).toEqual(['3 follows ABA'])
})

test('I-5: the ledger keeps each credit that followed, with the parts it followed from and who took it back', async () => {
  const [safety, other] = [await reported('ABA', 2, 'PS'), await reported('ABA', 3)]
  await accept(safety)
  await accept(other)
  const kept = await orm.em.fork().execute<{ quarters: number; follows: string[]; decisions: string }[]>(
    `select quarters, follows, (
       select string_agg(decision, ' ' order by sequence) from part_decision d
       where d.learner_id = p.learner_id and d.part_id = p.part_id) as decisions
     from credit_part p where learner_id = ?::uuid and kind = 'CME' order by part_id`,
    [dee],
  )
  expect(kept).toEqual([
    { quarters: 8, follows: [safety.partId], decisions: 'ACCEPTED VOIDED' },
    { quarters: 20, follows: [safety.partId, other.partId].sort(), decisions: 'ACCEPTED' },
  ])
})

describe('L42: CME credit that the provider reports', () => {
  const judgedNow = async (...rows: Parameters<typeof judged>[0][number][]) => {
    const match = { license: matched(dee), diplomate: matched(dee) }
    const asked = { activities: new Map([[activityId, anActivity()]]), matches: new Map([[3, match]]) }
    const live = await findLiveParts(orm.em.fork(), [dayRow], asked)
    return judged(rows, { match, live: [...live.of(dee, activityId)], newId: v7 })
  }
  const dayRow = {
    rowNumber: 3,
    cells: {},
    action: 'ADD' as const,
    activityId,
    completedOn,
    givenName: 'Deirdre',
    familyName: 'Marchetti',
    birthMonth: 9,
    birthDay: 10,
    mocIssues: [],
  }

  test('takes the place of what followed, also with another amount', async () => {
    await accept(await reported('ABIM', 5))
    const verdicts = await judgedNow(cells({ cmeCredits: '8' }))
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['ACCEPTED'])
    await write(verdicts)
    expect(await credit()).toEqual(['8 FILE'])
  })

  test('L27: what followed leaves room for it, and no more than the activity awards', async () => {
    await accept(await reported('ABIM', 5))
    expect((await judgedNow(cells({ cmeCredits: '10' })))[0]?.outcome).toBe('ACCEPTED')
    expect((await judgedNow(cells({ cmeCredits: '10.25' })))[0]?.issues[0]?.code).toBe('CREDITS_EXCEED_ACTIVITY')
  })

  test('comes before the board’s answer, and then nothing follows', async () => {
    await record(orm.em.fork(), { learnerId: dee, activityId, completedOn, credits: 4 })
    await accept(await reported('ABIM', 5))
    expect(await credit()).toEqual(['4 FILE'])
  })

  test('is taken back, and the points that were accepted are followed again', async () => {
    const [cme] = await record(orm.em.fork(), { learnerId: dee, activityId, completedOn, credits: 4 })
    await accept(await reported('ABIM', 5))
    await withdraw(cme as AwardedPart)
    expect(await credit()).toEqual(['5 follows ABIM'])
  })

  test('L37, L41: a row that deletes the day takes points and what followed, or only the points of a board and then both', async () => {
    await accept(await reported('ABIM', 5))
    await write(await judgedNow(cells({ recordAction: 'Delete', ...onlyMoc })))
    expect(await credit()).toEqual([])
    await accept(await reported('ABIM', 5))
    await write(await judgedNow(cells({ recordAction: 'Delete', cmeCredits: '' })))
    expect(await credit()).toEqual([])
  })

  test('L25: the second report of it is a duplicate, as ever', async () => {
    await accept(await reported('ABIM', 5))
    const verdicts = await judgedNow(cells({ cmeCredits: '4' }), cells({ cmeCredits: '4', ...mocCells }))
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'DUPLICATE'])
  })
})
