import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../reference/central-day.js'
import { badInput, conflict } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { inTime } from '../../shared/upload/in-time.js'
import type { Issue } from '../../shared/upload/issue.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { permissionMissing } from '../batch/batch.resolver.js'
import type { ColumnKey, RowCells } from '../batch/columns.js'
import type { CreditsContext } from '../context.js'
import { trying } from '../owners/trying.js'
import { judgeChunk, type PreparedChunk, prepareChunk } from '../record/apply-chunk.js'
import { isError, issue } from '../record/issue.js'
import { lockRecording } from '../record/record-lock.js'
import { isUnreadable } from '../record/submission.js'
import type { Verdict } from '../record/verdict.js'
import { writeVerdicts } from '../record/write-verdicts.js'
import { remsColumns } from '../rems/read-rems.js'
import { type Acting, actingFor } from '../submission/acting.js'
import { type CompletionInput, cellsOf } from '../submission/completion-input.js'
import { keepBatch } from '../submission/direct-batch.js'
import { expectVersion, mustBeReported } from './expect-version.js'
import { cellsAt, headOf, type LedgerRecord } from './ledger-record.js'
import { changesNothing, type PartsPlan, planCorrection } from './plan-correction.js'
import { holdRecord } from './read-record.js'
import { writeVersion } from './write-version.js'

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

/** A correction of a record, and the version that it was made for. */
export interface Correction {
  completionId: string
  version: number
  input: CompletionInput
  dryRun: boolean
}

/** What became of a correction. */
export interface Corrected {
  outcome: RowOutcome
  issues: Issue[]
}

const rowNumber = 1

/**
 * Corrects a record by a new version, judged like an entry that reports it. The same correction of the same version again
 * has the same answer. Throws CONFLICT, with what was changed, where the record has moved on since that version.
 */
export async function correctCompletion(
  { completionId, version, input, dryRun }: Correction,
  tools: Tools,
): Promise<Corrected> {
  const acting = actingFor(tools)
  if (!dryRun && !input.learnerPermission) throw permissionMissing()
  if (input.rems || input.creditIds?.length) throw staysAsReported()
  const [recordId, cells] = [uuid(completionId), cellsOf(input)]
  const { em, owners, now, newId } = tools
  const { providerId } = acting
  const asked = dryRun ? trying(owners) : owners
  const prepare = () => prepareChunk([{ rowNumber, cells }], asked, providerId)
  return inTime(await prepare(), prepare, (chunk) =>
    em.transactional(async (transaction) => {
      await lockRecording(transaction, [providerId])
      const record = await holdRecord(transaction, providerId, recordId)
      const before = sameAsBefore(record, version, cells)
      if (before) return before
      expectVersion(record, version)
      mayBeCorrected(record)
      const today = centralDay(now())
      const judged = await judgeChunk(transaction, chunk, { providerId, today, newId, corrects: recordId })
      const { verdict, plan } = await settle(transaction, record, chunk, judged, cells)
      if (plan && !dryRun) await write(transaction, record, verdict, plan, acting, tools)
      return { outcome: verdict.outcome, issues: verdict.issues }
    }),
  )
}

/** The answer that the same correction of the same version had. */
function sameAsBefore({ versions }: LedgerRecord, version: number, cells: RowCells): Corrected | undefined {
  const next = versions.find((each) => each.version === version + 1)
  if (next?.verb !== 'CORRECTED' || !next.row || !sameCells(next.row.cells, cells)) return undefined
  return { outcome: next.row.outcome, issues: next.row.issues }
}

function mayBeCorrected(record: LedgerRecord): void {
  mustBeReported(record)
  if (headOf(record).verb !== 'VOIDED') return
  throw conflict('This record was taken back.', { hint: 'Put it back first, then correct it.' })
}

/** What stands of a correction, as the verdict on its row, and what is to be done for it; no plan where nothing is. */
async function settle(
  em: EntityManager,
  record: LedgerRecord,
  { submissions: [submission] }: PreparedChunk,
  [verdict]: readonly Verdict[],
  cells: RowCells,
): Promise<{ verdict: Verdict; plan?: PartsPlan }> {
  if (!verdict || !submission) throw new Error('A row has no verdict.')
  if (isUnreadable(submission) || !verdict.awarded.length) return { verdict }
  if (!(await isSameLearner(em, record.learnerId, verdict.learnerId)))
    return { verdict: refused(verdict, issue('LEARNER_CHANGED')) }
  const plan = planCorrection(record, submission, verdict.awarded)
  if ('code' in plan) return { verdict: refused(verdict, plan) }
  const corrected = { ...verdict, completionId: record.recordId }
  if (!changesNothing(plan)) return { verdict: corrected, plan }
  if (verdict.issues.some(isError)) return { verdict: refused(verdict) }
  const known = cellsAt(record, headOf(record))
  if (known && sameCells(known, cells)) return { verdict: { ...corrected, outcome: RowOutcome.DUPLICATE, issues: [] } }
  return { verdict: corrected, plan }
}

const refused = (verdict: Verdict, ...more: Issue[]): Verdict => ({
  ...verdict,
  outcome: RowOutcome.REJECTED,
  issues: [...more, ...verdict.issues],
  completionId: null,
  awarded: [],
})

async function write(
  em: EntityManager,
  record: LedgerRecord,
  verdict: Verdict,
  plan: PartsPlan,
  acting: Acting,
  { now, newId }: Tools,
): Promise<void> {
  const { providerId, source, submittedBy, byName } = acting
  const batchId = newId()
  await keepBatch(em, { batchId, providerId, source, submittedBy, at: now() }, [verdict])
  // CME that only followed from points makes room for what is reported now (L42).
  const replaced = { ...verdict, awarded: [] }
  if (verdict.voided.length) await writeVerdicts(em, [replaced], { providerId, source, batchId, submittedBy, byName })
  await writeVersion(em, record, {
    versionId: newId(),
    verb: 'CORRECTED',
    ...whereAndWhen(verdict, plan, record),
    plan,
    reason: null,
    source,
    batchId,
    rowNumber,
    submittedBy,
    byName,
  })
}

/** Activity and day of the parts that were awarded; without any new ones, those that stand. */
function whereAndWhen({ awarded: [part] }: Verdict, { added }: PartsPlan, record: LedgerRecord) {
  const { activityId, completedOn } = added.length && part ? part : headOf(record)
  return { activityId, completedOn }
}

async function isSameLearner(em: EntityManager, written: string, learnerId: string | null): Promise<boolean> {
  const [answer] = await executeBound<{ same: boolean }>(em, 'select $2::uuid = any(same_learner($1::uuid)) as same', [
    written,
    learnerId,
  ])
  return answer?.same === true
}

const sameCells = (one: RowCells, other: RowCells) => wordsOf(one) === wordsOf(other)

/** What a correction leaves as it was reported. */
const untouched: ReadonlySet<string> = new Set<ColumnKey>(['creditId', ...remsColumns])

const staysAsReported = () =>
  badInput('A correction is of CME and MOC credit; REMS and your own ids stay as they were reported.', {
    hint: 'Leave rems and creditIds out. To report them otherwise, take the record back and report it anew.',
  })

const wordsOf = (cells: RowCells) =>
  JSON.stringify(
    Object.entries(cells)
      .filter(([key]) => !untouched.has(key))
      .map(([key, cell]) => [key, cell?.text])
      .sort(),
  )
