import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../reference/central-day.js'
import { badInput, conflict, notFound } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { isStorable } from '../../shared/graphql/text.js'
import { inTime } from '../../shared/upload/in-time.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { CompletionSource } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { recordVerdicts } from '../derived/record-verdicts.js'
import { judgeChunk } from '../record/apply-chunk.js'
import { type KnownCompletion, prepareKnown } from '../record/known-learner.js'
import { lockRecording } from '../record/record-lock.js'
import type { Verdict } from '../record/verdict.js'
import { type Acting, actingFor } from '../submission/acting.js'
import { keepBatch } from '../submission/direct-batch.js'
import { AttendanceClaim, ClaimState } from './attendance-claim.js'

/** How many claims can be decided at once. */
export const maxDecided = 500
const maxReasonLength = 500

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

/**
 * Approves claims of the viewer’s provider: each is judged and recorded by the path of every row, for the physician whose
 * account has claimed it. One that cannot be recorded keeps waiting with what was said of it; one that is approved
 * already stays so.
 */
export async function approveClaims(claimIds: readonly string[], tools: Tools): Promise<AttendanceClaim[]> {
  const { em, owners, now, newId } = tools
  const acting = actingFor(tools)
  const ids = idsOf(claimIds)
  const prepare = async () => {
    const claims = await findClaims(em.fork(), ids, acting.providerId)
    return prepareKnown(claims.filter(({ state }) => mayApprove.has(state)).map(toCompletion(ids)), owners)
  }
  await inTime(await prepare(), prepare, (chunk) =>
    em.fork().transactional(async (transaction) => {
      await lockRecording(transaction, [acting.providerId])
      const open = await lockClaims(transaction, ids, acting.providerId, mayApprove)
      const byRow = new Map(open.map((claim) => [ids.indexOf(claim.claimId) + 1, claim]))
      const submissions = chunk.submissions.filter(({ rowNumber }) => byRow.has(rowNumber))
      if (!submissions.length) return
      const options = { providerId: acting.providerId, today: centralDay(now()), newId }
      const verdicts = await judgeChunk(transaction, { ...chunk, submissions }, options)
      await record(transaction, verdicts, { ...acting, batchId: newId(), at: now() })
      for (const verdict of verdicts) settle(byRow.get(verdict.rowNumber), verdict, acting, now())
    }),
  )
  return findClaims(em.fork(), ids, acting.providerId)
}

/** Refuses claims of the viewer’s provider, and tells the physicians why. Throws CONFLICT for one that is approved. */
export async function rejectClaims(
  claimIds: readonly string[],
  reason: string,
  tools: Pick<Tools, 'em' | 'viewer' | 'now'>,
): Promise<AttendanceClaim[]> {
  const { em, now } = tools
  const { providerId, submittedBy } = actingFor(tools)
  const [ids, said] = [idsOf(claimIds), reason.trim()]
  if (!said) throw badInput('Say why: the physicians read it.')
  if (said.length > maxReasonLength || !isStorable(said)) throw badInput(`Write at most ${maxReasonLength} characters.`)
  await em.fork().transactional(async (transaction) => {
    const open = await lockClaims(transaction, ids, providerId, mayReject)
    for (const claim of open)
      Object.assign(claim, { state: ClaimState.REJECTED, reason: said, decidedAt: now(), decidedBy: submittedBy })
  })
  return findClaims(em.fork(), ids, providerId)
}

const mayApprove: ReadonlySet<ClaimState> = new Set([ClaimState.WAITING, ClaimState.REJECTED])
const mayReject: ReadonlySet<ClaimState> = new Set([ClaimState.WAITING])

function idsOf(claimIds: readonly string[]): string[] {
  if (!claimIds.length || claimIds.length > maxDecided) throw badInput(`Name 1 to ${maxDecided} claims at once.`)
  return [...new Set(claimIds.map((claimId) => uuid(claimId).toLowerCase()))].sort()
}

async function findClaims(em: EntityManager, ids: readonly string[], providerId: string): Promise<AttendanceClaim[]> {
  const claims = await em.find(
    AttendanceClaim,
    { claimId: { $in: [...ids] }, providerId },
    { populate: ['checkIn'], orderBy: { claimId: 'asc' } },
  )
  if (claims.length === ids.length) return claims
  throw notFound('One of these claims is not there, or it is not yours.')
}

/** The claims that are to be decided, until the end of the transaction safe from others who decide. */
async function lockClaims(
  em: EntityManager,
  ids: readonly string[],
  providerId: string,
  states: ReadonlySet<ClaimState>,
): Promise<AttendanceClaim[]> {
  const claims = await em.find(
    AttendanceClaim,
    { claimId: { $in: [...ids] }, providerId },
    { orderBy: { claimId: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  if (claims.length !== ids.length) throw notFound('One of these claims is not there, or it is not yours.')
  if (claims.some(({ state }) => state === ClaimState.SCANNED))
    throw conflict('One of these physicians has checked in and not claimed credit yet. Leave that one out.')
  if (states === mayReject && claims.some(({ state }) => state === ClaimState.APPROVED))
    throw conflict('One of these claims is on record. Take the record back where it is wrong.')
  return claims.filter(({ state }) => states.has(state))
}

const toCompletion =
  (ids: readonly string[]) =>
  ({
    claimId,
    learnerId,
    givenName,
    familyName,
    licensingState,
    checkIn,
    credits,
    boardPoints,
  }: AttendanceClaim): KnownCompletion => ({
    rowNumber: ids.indexOf(claimId) + 1,
    learnerId,
    givenName,
    familyName,
    state: licensingState,
    activityId: checkIn.activityId,
    completedOn: checkIn.completedOn,
    quarters: credits ?? 0,
    points: boardPoints,
  })

async function record(
  em: EntityManager,
  verdicts: readonly Verdict[],
  { providerId, submittedBy, byName, batchId, at }: Acting & { batchId: string; at: Date },
): Promise<void> {
  const source = CompletionSource.CLAIM
  await keepBatch(em, { batchId, providerId, source, submittedBy, at }, verdicts)
  await recordVerdicts(em, verdicts, { providerId, source, batchId, submittedBy, byName })
}

/** What was reported already by another way is the same credit: the claim is answered by it. */
function settle(claim: AttendanceClaim | undefined, verdict: Verdict, { submittedBy }: Acting, at: Date): void {
  if (!claim) throw new Error(`Row ${verdict.rowNumber} is nobody’s claim.`)
  claim.issues = verdict.issues
  if (verdict.outcome === RowOutcome.REJECTED) return
  Object.assign(claim, {
    state: ClaimState.APPROVED,
    reason: null,
    completionId: verdict.completionId,
    decidedAt: at,
    decidedBy: submittedBy,
  })
}
