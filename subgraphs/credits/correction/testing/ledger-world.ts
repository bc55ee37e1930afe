import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../../test/setup/postgres.js'
import type { CertifyingBoardCode } from '../../../reference/certifying-boards.js'
import { Viewer, type ViewerClaims } from '../../../reference/viewer.js'
import { Policies } from '../../../shared/policy.js'
import { migrate } from '../../../shared/postgres/migrate.js'
import { decideMoc } from '../../board/decide-moc.js'
import { CompletionSource } from '../../completion/completion.js'
import type { CreditsContext } from '../../context.js'
import { recordVerdicts } from '../../derived/record-verdicts.js'
import { creditsOrm } from '../../orm.js'
import type { ActivityFacts, LearnerMatch, Owners } from '../../owners/owners.js'
import { judgeChunk, prepareChunk } from '../../record/apply-chunk.js'
import { anActivity, matched, outcomes, unmatched } from '../../record/testing.js'
import { type CompletionInput, cellsOf, type MocInput } from '../../submission/completion-input.js'
import { Recorder } from '../../submission/recorder.js'
import { only, submitCompletions } from '../../submission/submit-completions.js'
import { correctCompletion } from '../correct-completion.js'
import { readRecord } from '../read-record.js'
import { restoreCompletion } from '../restore-completion.js'
import { type SubmittedRecord, toSubmittedRecord } from '../submitted-record.js'
import { voidCompletion } from '../void-completion.js'

/** A credits database with two providers, a board, and physicians whose last name is their number. */
export class LedgerWorld {
  private constructor(
    private readonly database: FreshDatabase,
    readonly orm: MikroORM,
  ) {}

  readonly activities: ActivityFacts[] = [
    anActivity({ quarters: 400 }),
    anActivity({ activityId: '200000002', quarters: 400, title: 'Stroke Update' }),
  ]
  today = '2026-06-30'
  /** With which purpose learners were looked for, one entry a call. */
  readonly asked: ('TRIAL' | undefined)[] = []

  static async open(): Promise<LedgerWorld> {
    const database = await freshDatabase('credits')
    const orm = await creditsOrm(database.url)
    await migrate(orm)
    return new LedgerWorld(database, orm)
  }

  async close(): Promise<void> {
    await this.orm.close()
    await this.database.drop()
  }

  readonly ada = new Reporter(this, { accountId: 'ada', displayName: 'Ada Lovelace', providerId: '0008273' })
  readonly bo = new Reporter(this, { accountId: 'bo', displayName: 'Bo Reyes', providerId: '0009999' })

  /** Everybody whose last name is a number is the physician with that number; nobody else is known. */
  readonly owners: Owners = {
    activityFacts: async (ids) =>
      new Map(this.activities.filter((each) => ids.includes(each.activityId)).map((each) => [each.activityId, each])),
    matchLearners: async (claims, _providerId, purpose) => {
      this.asked.push(purpose)
      return claims.map(({ familyName, boardCode }): LearnerMatch => {
        const match = /^\d+$/.test(familyName) ? matched(learnerOf(Number(familyName))) : unmatched('NOT_FOUND')
        return { license: match, diplomate: boardCode ? match : null }
      })
    },
    physician: async () => {
      throw new Error('Nobody asks for a physician here.')
    },
  }

  private lastSomebody = 0
  private readonly now = () => new Date(`${this.today}T18:00:00Z`)
  private readonly recorder = new Recorder({ em: this.orm.em, owners: this.owners, now: this.now, newId: v7 })

  tools(claims: Partial<ViewerClaims>) {
    const viewer = new Viewer(
      { accountId: 'somebody', displayName: 'Some Body', role: 'PHYSICIAN', ...claims },
      new Policies(),
    )
    const { owners, now, recorder } = this
    return { viewer, em: this.orm.em.fork(), owners, now, newId: v7, recorder }
  }

  /** The answer of a board to points. */
  decide(partId: string, decision: 'ACCEPTED' | 'REJECTED', boardCode: CertifyingBoardCode = 'ABIM') {
    const claims = { accountId: 'cam', role: 'CERTIFYING_BOARD', boardCode } as const
    const reason = decision === 'REJECTED' ? 'Nobody has this ID.' : null
    return decideMoc({ partId, decision, reason }, this.tools(claims) as CreditsContext)
  }

  /** A physician whom nobody has reported yet, as an entry names him or her. */
  somebody(): Pick<CompletionInput, 'familyName'> {
    this.lastSomebody += 1
    return { familyName: String(this.lastSomebody) }
  }

  rows<Row>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return this.orm.em.fork().execute(sql, values) as Promise<Row[]>
  }

  /** What stands of a record, as words: `CME 4 ACCEPTED, ABIM 8 PENDING`. */
  async stands(completionId: string): Promise<string> {
    const parts = await this.rows<{ words: string }>(
      `select concat_ws(' ', case kind when 'CME' then 'CME' else board_code end, quarters, status) as words
       from live_credit where completion_id = ?::uuid order by kind, board_code`,
      completionId,
    )
    return parts.map(({ words }) => words).join(', ')
  }

  async livePart(completionId: string, kind: 'CME' | 'MOC'): Promise<string> {
    const [part] = await this.rows<{ partId: string }>(
      `select part_id as "partId" from live_credit where completion_id = ?::uuid and kind = ?`,
      completionId,
      kind,
    )
    return part?.partId ?? ''
  }
}

/** Somebody who reports for a provider. */
class Reporter {
  constructor(
    private readonly world: LedgerWorld,
    private readonly claims: Pick<ViewerClaims, 'accountId' | 'displayName' | 'providerId'>,
  ) {}

  private tools() {
    return this.world.tools({ ...this.claims, role: 'PROVIDER_REPORTER' })
  }

  /** Submits several entries, under a key where one is given, and waits for the answer until the signal is given. */
  submitsAll(changes: readonly Partial<CompletionInput>[], key?: string, signal?: AbortSignal) {
    return submitCompletions(
      changes.map((each) => anEntry(each)),
      key,
      { ...this.tools(), signal },
    )
  }

  async submits(changes: Partial<CompletionInput> = {}) {
    return only((await this.submitsAll([changes])).rows)
  }

  /** Submits what has to be accepted, and returns the id of the record. */
  async reports(changes: Partial<CompletionInput> = {}): Promise<string> {
    const { outcome, completionId, issues } = await this.submits(changes)
    if (outcome !== 'ACCEPTED' || !completionId) throw new Error(`It was ${outcome}: ${JSON.stringify(issues)}`)
    return completionId
  }

  async corrects(completionId: string, version: number, changes: Partial<CompletionInput> = {}, dryRun = false) {
    const { outcome, issues } = await correctCompletion(
      { completionId, version, input: anEntry(changes), dryRun },
      this.tools(),
    )
    return [outcome, ...issues.map(({ code }) => code)].join(' ')
  }

  /** Sends a file with one row that deletes. */
  async deletes(changes: Partial<CompletionInput> = {}): Promise<string> {
    const { em, owners, newId } = this.tools()
    const providerId = this.claims.providerId ?? ''
    const cells = { ...cellsOf(anEntry(changes)), recordAction: { text: 'Delete', kind: 'text' as const } }
    const chunk = await prepareChunk([{ rowNumber: 1, cells }], owners, providerId)
    return em.transactional(async (transaction) => {
      const verdicts = await judgeChunk(transaction, chunk, { providerId, today: this.world.today, newId })
      await recordVerdicts(transaction, verdicts, {
        providerId,
        source: CompletionSource.FILE,
        batchId: newId(),
        submittedBy: this.claims.accountId,
      })
      return outcomes(verdicts).join()
    })
  }

  voids(completionId: string, reason = 'Reported by mistake.'): Promise<void> {
    return voidCompletion(completionId, reason, this.tools())
  }

  async restores(completionId: string, version: number, to: number) {
    const { outcome, issues } = await restoreCompletion({ completionId, version, to }, this.tools())
    return [outcome, ...issues.map(({ code }) => code)].join(' ')
  }

  async opens(completionId: string): Promise<SubmittedRecord> {
    return toSubmittedRecord(await readRecord(this.tools().em, this.claims.providerId ?? '', completionId))
  }
}

/** The id of the physician with a number. */
export const learnerOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** A plain entry of CME credit. */
export const anEntry = (changes: Partial<CompletionInput> = {}): CompletionInput => ({
  activityId: '200000001',
  completedOn: '2026-06-20',
  givenName: 'Deirdre',
  familyName: '1',
  birthMonth: 9,
  birthDay: 10,
  licensingState: 'ME',
  credits: 4,
  learnerPermission: true,
  ...changes,
})

/** Points for ABIM of one credit type. */
export const abim = (quarters: number, changes: Partial<MocInput> = {}): MocInput[] => [
  {
    board: 'ABIM',
    boardId: '219876',
    points: quarters,
    lines: [{ creditType: 'MK', points: quarters }],
    ...changes,
  },
]
