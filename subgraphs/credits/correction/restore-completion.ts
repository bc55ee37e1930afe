import { centralDay } from '../../reference/central-day.js'
import { parseCertifyingBoard } from '../../reference/certifying-boards.js'
import { parseState } from '../../reference/states.js'
import { badInput } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { inTime } from '../../shared/upload/in-time.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import type { CreditsContext } from '../context.js'
import type { Owners, PartMatch } from '../owners/owners.js'
import { judgeChunk, type PreparedChunk } from '../record/apply-chunk.js'
import { boardIdIn } from '../record/further-boards.js'
import { lockRecording } from '../record/record-lock.js'
import type { Submission } from '../record/submission.js'
import { writeVerdicts } from '../record/write-verdicts.js'
import { actingFor } from '../submission/acting.js'
import type { Corrected } from './correct-completion.js'
import { expectVersion, mustBeReported } from './expect-version.js'
import {
  answerOf,
  cellsAt,
  headOf,
  keyOf,
  type LedgerRecord,
  partsIn,
  predecessorOf,
  type RecordPart,
  type RecordVersion,
  reportedBy,
} from './ledger-record.js'
import { changesNothing, type PartsPlan, saysTheSame } from './plan-correction.js'
import { holdRecord, readRecord } from './read-record.js'
import { type NewPart, writeVersion } from './write-version.js'

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

/** Which version is to be put back, and the one that stands until then. */
export interface Restoration {
  completionId: string
  version: number
  to: number
}

/**
 * Puts an earlier version back as a new one: undoes a correction, or that a record was taken back. Its parts are judged
 * as they would be today, all or none, and come back with what their board had decided on them. The same again has the
 * same answer. Throws CONFLICT where the record has moved on since the version that stood.
 */
export async function restoreCompletion({ completionId, version, to }: Restoration, tools: Tools): Promise<Corrected> {
  const acting = actingFor(tools)
  const { em, owners, now, newId } = tools
  const { providerId } = acting
  const recordId = uuid(completionId)
  const prepare = async () => prepareParts(await readRecord(em.fork(), providerId, recordId), to, owners)
  return inTime(await prepare(), prepare, (chunk) =>
    em.transactional(async (transaction) => {
      await lockRecording(transaction, [providerId])
      const record = await holdRecord(transaction, providerId, recordId)
      mustBeReported(record)
      const target = restorable(record, to)
      if (isPutBack(record, version, target)) return { outcome: RowOutcome.ACCEPTED, issues: [] }
      expectVersion(record, version)
      const judged = await judgeChunk(transaction, chunk, {
        providerId,
        today: centralDay(now()),
        newId,
        corrects: recordId,
      })
      const refused = judged.filter(({ awarded }) => !awarded.length)
      if (refused.length) return { outcome: RowOutcome.REJECTED, issues: refused.flatMap(({ issues }) => issues) }
      const plan = planRestoration(record, target, newId)
      if (changesNothing(plan) && sameWords(record, headOf(record), target))
        return { outcome: RowOutcome.DUPLICATE, issues: [] }
      // CME that only followed from points makes room for what was reported (L42).
      const replaced = judged.filter(({ voided }) => voided.length).map((verdict) => ({ ...verdict, awarded: [] }))
      await writeVerdicts(transaction, replaced, { ...acting, batchId: null })
      await writeVersion(transaction, record, {
        ...acting,
        versionId: newId(),
        verb: 'RESTORED',
        activityId: target.activityId,
        completedOn: target.completedOn,
        plan,
        reason: null,
        ...rowOf(reportedBy(record, target)),
      })
      return { outcome: RowOutcome.ACCEPTED, issues: [] }
    }),
  )
}

function restorable(record: LedgerRecord, to: number): RecordVersion {
  const target = record.versions.find(({ version }) => version === to)
  if (target?.parts.length) return target
  throw badInput(target ? `Version ${to} says nothing that could be put back.` : `This record has no version ${to}.`)
}

/** Each part of the version as a row of its own, about the learner that the record is about. */
async function prepareParts(record: LedgerRecord, to: number, owners: Owners): Promise<PreparedChunk> {
  const target = restorable(record, to)
  const submissions = partsIn(record, target).map((part, index) => submissionOf(record, target, part, index + 1))
  const match: PartMatch = { decision: 'MATCHED', learnerId: record.learnerId, disagreeing: [], warnings: [] }
  return {
    submissions,
    asked: {
      activities: await owners.activityFacts([target.activityId]),
      matches: new Map(submissions.map(({ rowNumber }) => [rowNumber, { license: match, diplomate: match }])),
    },
  }
}

function submissionOf(record: LedgerRecord, target: RecordVersion, part: RecordPart, rowNumber: number): Submission {
  const { activityId, completedOn } = target
  const cells = cellsAt(record, target) ?? {}
  const who = { givenName: '', familyName: '', birthMonth: 1, birthDay: 1 }
  const row = { rowNumber, cells, action: 'ADD' as const, activityId, completedOn, ...who, mocIssues: [] }
  const { quarters, lines } = part
  if (part.kind === 'CME') {
    const state = parseState(part.licensingState ?? '')
    if (!state) throw new Error(`Part ${part.partId} names no state.`)
    return { ...row, state, cme: { quarters, state } }
  }
  const board = parseCertifyingBoard(part.boardCode)
  if (!board) throw new Error(`There is no board ${part.boardCode}.`)
  // The id was asked for when the points were reported; without a row to read it from it counts as given.
  const boardId = boardIdIn(cells, board) ?? 'on file'
  return { ...row, board, boardId, moc: { board, boardId, quarters, lines } }
}

/** Parts that still stand stay; of the others a copy comes back, with what was decided on it. */
function planRestoration(record: LedgerRecord, target: RecordVersion, newId: () => string): PartsPlan {
  const standing = partsIn(record, headOf(record))
  const wanted = partsIn(record, target)
  const stays = (part: RecordPart) => standing.some(({ partId }) => partId === part.partId)
  return {
    kept: wanted.filter(stays),
    voided: standing.filter((part) => !wanted.includes(part)),
    added: wanted.filter((part) => !stays(part)).map((part) => copyOf(record, part, newId())),
  }
}

function copyOf(record: LedgerRecord, part: RecordPart, partId: string): NewPart {
  const { versionId: _, answers: __, ...says } = part
  const { decision, reason, reasonCode, decidedBy } = answerOf(part)
  return {
    ...says,
    partId,
    supersedes: predecessorOf(record, part)?.partId ?? null,
    decision,
    reason,
    reasonCode,
    decidedBy,
  }
}

/** True where the version after the one that stood has put back just that. */
function isPutBack(record: LedgerRecord, version: number, target: RecordVersion): boolean {
  const next = record.versions.find((each) => each.version === version + 1)
  if (next?.verb !== 'RESTORED' || !sameRow(record, next, target)) return false
  if (next.activityId !== target.activityId || next.completedOn !== target.completedOn) return false
  const [one, other] = [partsIn(record, next), partsIn(record, target)]
  return (
    one.length === other.length &&
    one.every((part, index) => {
      const twin = other[index]
      return twin && keyOf(part) === keyOf(twin) && saysTheSame(part, twin)
    })
  )
}

/** The row that a version reports by: putting it back reports by the same row. */
const rowOf = (version: RecordVersion | undefined) => ({
  batchId: version?.batchId ?? null,
  rowNumber: version?.rowNumber ?? null,
})

function sameRow(record: LedgerRecord, one: RecordVersion, other: RecordVersion): boolean {
  const [first, second] = [rowOf(reportedBy(record, one)), rowOf(reportedBy(record, other))]
  return first.batchId === second.batchId && first.rowNumber === second.rowNumber
}

/** True when two versions say the same of the learner and the credit, by whichever row. */
function sameWords(record: LedgerRecord, one: RecordVersion, other: RecordVersion): boolean {
  const words = (version: RecordVersion) =>
    Object.entries(cellsAt(record, version) ?? {})
      .flatMap(([column, cell]) => (column === 'recordAction' || !cell ? [] : [`${column} ${cell.text}`]))
      .sort()
      .join('\n')
  return words(one) === words(other)
}
