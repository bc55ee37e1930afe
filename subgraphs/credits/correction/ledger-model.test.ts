import fc from 'fast-check'
import { summarize } from '../completion/credit-summary.query.js'
import { ledgerCredit } from '../completion/known-credit.js'
import { findMiscounts } from '../count/recount-credit.js'
import { countsOnce } from '../learner/same-learner.js'
import { type Claim, LedgerModel, type ModelRecord } from './testing/ledger-model.js'
import { abim, LedgerWorld, learnerOf } from './testing/ledger-world.js'

const activityIds = ['200000001', '200000002'] as const
const days = ['2026-06-20', '2026-06-21'] as const

let world: LedgerWorld
let firstLearner = 0

beforeAll(async () => {
  world = await LedgerWorld.open()
  // An activity that awards nothing has no CME that follows from points; what does has tests of its own.
  for (const { activityId, version, providerId, providerName, title, status } of world.activities)
    await world.rows(
      `insert into activity_fact (activity_id, version, provider_id, provider_name, title, status, quarters, registrations)
       values (?, ?, ?, ?, ?, ?, 0, '[]')`,
      ...[activityId, version, providerId, providerName, title, status],
    )
})
afterAll(() => world.close())

const claim: fc.Arbitrary<Claim> = fc.record({
  // Few places and amounts, so that histories meet.
  activityId: fc.constantFrom(activityIds[0], activityIds[0], activityIds[0], activityIds[1]),
  completedOn: fc.constantFrom(days[0], days[0], days[0], days[1]),
  cme: fc.constantFrom(null, 1, 2),
  moc: fc.constantFrom(null, 1, 1, 2),
})
/** What a correction leaves as it was claimed before, and what it claims anew. */
const change = fc.record({
  claim,
  moves: fc.constantFrom(false, false, false, true),
  keeps: fc.constantFrom('cme', 'moc', 'both', 'none'),
})
const learner = fc.nat({ max: 1 })
const anyRecord = fc.nat({ max: 11 })

const command = fc.oneof(
  { weight: 5, arbitrary: fc.record({ verb: fc.constant('add' as const), learner, claim }) },
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constant('delete' as const), learner, claim, onlyPoints: fc.boolean() }),
  },
  { weight: 6, arbitrary: fc.record({ verb: fc.constant('correct' as const), record: anyRecord, change }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('void' as const), record: anyRecord }) },
  {
    weight: 3,
    arbitrary: fc.record({ verb: fc.constant('restore' as const), record: anyRecord, to: fc.nat({ max: 100 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ verb: fc.constant('decide' as const), record: anyRecord, accepts: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('merge' as const), learner, into: learner }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('unmerge' as const), learner }) },
)
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

function changed(
  before: Claim,
  { claim: after, moves, keeps }: typeof change extends fc.Arbitrary<infer V> ? V : never,
): Claim {
  return {
    ...(moves ? after : before),
    cme: keeps === 'cme' || keeps === 'both' ? before.cme : after.cme,
    moc: keeps === 'moc' || keeps === 'both' ? before.moc : after.moc,
  }
}

/** One history of two physicians nobody has reported yet, told to the ledger and to the model alike. */
class History {
  readonly model = new LedgerModel()
  private readonly ids = new Map<ModelRecord, string>()
  private readonly offset: number

  constructor() {
    firstLearner += 10
    this.offset = firstLearner
  }

  learnerId(index: number) {
    return learnerOf(this.offset + index)
  }

  private entry(index: number, { cme, moc, ...where }: Claim) {
    return {
      ...where,
      familyName: String(this.offset + index),
      credits: cme,
      licensingState: 'ME',
      moc: moc === null ? null : abim(moc),
    }
  }

  /** Does the same to both, and returns what repeats it. */
  async run(given: Command): Promise<() => Promise<unknown>> {
    const { ada } = world
    const { model } = this
    if (given.verb === 'add') {
      const send = () => ada.submits(this.entry(given.learner, given.claim))
      const record = model.add(given.learner, given.claim)
      const { completionId, outcome } = await send()
      if (record) this.ids.set(record, completionId ?? '')
      expect(outcome === 'ACCEPTED').toBe(Boolean(record))
      return send
    }
    if (given.verb === 'delete') {
      const { learner: index, claim: where, onlyPoints } = given
      const entry = { ...this.entry(index, { ...where, cme: null, moc: null }), moc: onlyPoints ? abim(1) : null }
      const send = () => ada.deletes(entry)
      const isDone = model.delete(index, where, onlyPoints)
      expect(await send()).toMatch(isDone ? /^ACCEPTED/ : /^REJECTED/)
      return send
    }
    if (given.verb === 'merge' || given.verb === 'unmerge') return this.merge(given)
    const record = model.records.at(given.record % Math.max(1, model.records.length))
    const id = record && this.ids.get(record)
    if (!record || !id) return async () => undefined
    const version = record.versions.length
    if (given.verb === 'void') {
      model.void(record)
      await ada.voids(id)
      return () => ada.voids(id)
    }
    if (given.verb === 'decide') {
      const part = model.openPoints(record)
      if (!part) return async () => undefined
      const partId = await world.livePart(id, 'MOC')
      part.status = given.accepts ? 'ACCEPTED' : 'REJECTED'
      await world.decide(partId, part.status)
      return () => world.decide(partId, given.accepts ? 'ACCEPTED' : 'REJECTED')
    }
    const to = 1 + (given.verb === 'restore' ? given.to % version : 0)
    const claimed = given.verb === 'correct' ? changed(model.claimOf(record), given.change) : undefined
    const send = () =>
      claimed ? ada.corrects(id, version, this.entry(record.learner, claimed)) : ada.restores(id, version, to)
    const expected = claimed ? model.correct(record, claimed) : model.restore(record, to)
    if (expected === 'REFUSED') {
      await expect(send()).rejects.toThrow()
      return async () => undefined
    }
    expect((await send()).split(' ')[0]).toBe(expected)
    return send
  }

  private async merge(given: Extract<Command, { verb: 'merge' | 'unmerge' }>) {
    const change =
      given.verb === 'merge' ? this.model.merge(given.learner, given.into) : this.model.unmerge(given.learner)
    if (!change) return async () => undefined
    const ids = [this.learnerId(given.learner), ...(given.verb === 'merge' ? [this.learnerId(given.into)] : [])]
    await world.rows(
      given.verb === 'merge'
        ? 'insert into learner_merge values (?, ?)'
        : 'delete from learner_merge where learner_id = ?',
      ...ids,
    )
    return async () => undefined
  }

  /** What stands of every record, and how many versions it has, as the ledger says and as the model says. */
  async records() {
    const found = await world.rows<{ id: string }>(
      `select record as id, coalesce(said.stands, '') as stands, head.version, head.action is not distinct from 'VOIDED' as "isVoided",
         head.activity_id as "activityId", head.completed_on::text as "completedOn"
       from unnest(string_to_array(?, ',')::uuid[]) as given (record)
       join completion first on first.completion_id = record
       cross join lateral (
         select * from completion c
         where c.learner_id = first.learner_id and (c.completion_id = record or c.record_id = record)
         order by version desc limit 1
       ) head
       cross join lateral (
         select string_agg(concat_ws(' ', case kind when 'CME' then 'CME' else board_code end, quarters, status), ', ' order by kind)
           as stands
         from live_credit l where l.completion_id = record
       ) said`,
      [...this.ids.values()].join(','),
    )
    const byId = new Map(found.map(({ id, ...record }) => [id, record]))
    return {
      ledger: [...this.ids.values()].map((id) => byId.get(id)),
      model: [...this.ids.keys()].map((record) => this.model.describe(record)),
    }
  }

  /** Totals of each physician. */
  async totals(knownAt: Date | null = null) {
    const keys = [0, 1].map((index) => ({ learnerId: this.learnerId(index), from: days[0], to: days[1], knownAt }))
    const summaries = await summarize(world.orm.em.fork(), { where: countsOnce, params: [] }, keys)
    return summaries.map(({ credits, pointsByBoard: [board] }) => ({
      credits,
      accepted: board?.points ?? 0,
      pending: board?.pending ?? 0,
    }))
  }
}

/** What is kept twice and differs; nothing, at any time. */
async function violations(): Promise<unknown[]> {
  const columns = `learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, board_code, distinction,
    quarters, status, reason, reason_code, licensing_state, lines, follows_board, source, recorded_at`
  return [
    ...(await findMiscounts(world.orm.em.fork())),
    ...(await world.rows(
      `(select ${columns} from live_credit except select ${columns} from ${ledgerCredit(`'infinity'::timestamptz`)} k)
       union all
       (select ${columns} from ${ledgerCredit(`'infinity'::timestamptz`)} k except select ${columns} from live_credit)`,
    )),
    ...(await world.rows(
      `select 'versions that name other parts than stand' as what, head.completion_id
       from completion head
       where head.parts is not null and not exists (select from completion n where n.learner_id = head.learner_id and n.supersedes = head.completion_id)
         and array(select unnest(head.parts) order by 1) <> array(
           select l.part_id from live_credit l where l.learner_id = head.learner_id and l.completion_id = head.record_id order by 1)`,
    )),
    ...(await world.rows(
      `select 'rows that made no single entry (I-2)' as what, r.batch_id from batch_row r
       where r.outcome = 'ACCEPTED' and 1 <> (
         select count(distinct coalesce(c.record_id, c.completion_id)) from completion c
         where c.batch_id = r.batch_id and c.row_number = r.row_number)`,
    )),
    ...(await world.rows(
      `select 'records of no row (I-2)' as what, c.completion_id from completion c
       where c.version = 1 and not exists (
         select from batch_row r where r.batch_id = c.batch_id and r.row_number = c.row_number and r.outcome = 'ACCEPTED')`,
    )),
  ]
}

test('the ledger agrees with a model of it, whatever is done in whatever order, and repeats change nothing (I-2 to I-5, I-8)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(command, fc.boolean()), { minLength: 15, maxLength: 30, size: 'max' }),
      async (commands) => {
        const history = new History()
        const known: { at: Date; totals: unknown }[] = []
        for (const [given, isRepeated] of commands) {
          const repeat = await history.run(given)
          if (isRepeated) await repeat()
          const { ledger, model } = await history.records()
          expect(ledger).toEqual(model)
          const totals = await history.totals()
          expect(totals).toEqual(history.model.totals())
          if (given.verb === 'merge' || given.verb === 'unmerge') known.length = 0
          const [now] = await world.rows<{ at: string }>(
            `select to_json(clock_timestamp() + interval '1 ms') #>> '{}' as at`,
          )
          known.push({ at: new Date(now?.at ?? ''), totals })
          await new Promise((resolve) => setTimeout(resolve, 2))
        }
        for (const { at, totals } of known) expect(await history.totals(at)).toEqual(totals)
        expect(await violations()).toEqual([])
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
}, 240_000)
