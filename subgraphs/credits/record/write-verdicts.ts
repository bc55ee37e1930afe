import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { CompletionSource } from '../completion/completion.js'
import { type CountChange, countCredit, countOf } from '../count/count-credit.js'
import type { AwardedPart, Verdict } from './verdict.js'

/** On whose account the verdicts are written. */
export interface Authorship {
  providerId: string
  source: CompletionSource
  batchId: string
  submittedBy: string
}

/**
 * Writes records, their parts and decisions into the ledger and keeps its projection and its sums. A part that a later row of the same
 * chunk takes back is in the ledger with both decisions and never in the projection.
 */
export async function writeVerdicts(
  em: EntityManager,
  verdicts: readonly Verdict[],
  author: Authorship,
): Promise<void> {
  const voided = verdicts.flatMap((verdict) => verdict.voided.map(({ learnerId, partId }) => ({ learnerId, partId })))
  const voidedIds = new Set(voided.map(({ partId }) => partId))
  const awarded = verdicts.flatMap(({ rowNumber, awarded: parts }) =>
    parts.map((part) => ({ ...part, rowNumber, stays: !voidedIds.has(part.partId) })),
  )
  const gone = voided.length ? await leaveProjection(em, voided) : []
  const come = awarded.length ? await award(em, awarded, author) : []
  if (voided.length) await decideVoided(em, voided, author.submittedBy)
  await countCredit(em, [...gone, ...come])
}

type PlacedPart = AwardedPart & { rowNumber: number; stays: boolean }

async function award(em: EntityManager, parts: readonly PlacedPart[], author: Authorship): Promise<CountChange[]> {
  const { providerId, source, batchId, submittedBy } = author
  const [recorded] = await executeBound<{ recordedOn: string }>(
    em,
    `with given as materialized (
       select * from jsonb_to_recordset($1::jsonb) as given (
         "learnerId" uuid, "completionId" uuid, "partId" uuid, "activityId" text, "completedOn" date, "rowNumber" int,
         kind text, "boardCode" text, distinction text, quarters int, status text, "licensingState" text, lines jsonb,
         stays boolean)
     ), written as (
       insert into completion (learner_id, completion_id, provider_id, activity_id, completed_on, source, batch_id, row_number,
         submitted_by, recorded_at)
       select distinct "learnerId", "completionId", $2, "activityId", "completedOn", $3, $4::uuid, "rowNumber", $5, statement_timestamp()
       from given
     ), parts as (
       insert into credit_part (learner_id, part_id, completion_id, kind, board_code, distinction, quarters, licensing_state, lines)
       select "learnerId", "partId", "completionId", kind, "boardCode", distinction, quarters, "licensingState", lines from given
     ), decisions as (
       insert into part_decision (learner_id, part_id, sequence, decision, decided_by)
       select "learnerId", "partId", 1, status, $5 from given
     ), live as (
       insert into live_credit (learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, board_code,
         distinction, quarters, status, licensing_state, lines, source, recorded_at)
       select "learnerId", "partId", "completionId", $2, "activityId", "completedOn", kind, "boardCode",
       distinction, quarters, status, "licensingState", lines, $3, statement_timestamp() from given where stays
       returning recorded_at
     )
     select distinct (recorded_at at time zone 'America/Chicago')::date::text as "recordedOn" from live`,
    [JSON.stringify(parts), providerId, source, batchId, submittedBy],
  )
  if (!recorded) return []
  return parts
    .filter(({ stays }) => stays)
    .map(({ activityId, boardCode, status }) => ({
      activityId,
      providerId,
      boardCode,
      ...recorded,
      ...countOf(status, 1),
    }))
}

type PartKey = Pick<AwardedPart, 'learnerId' | 'partId'>

const givenKeys = `jsonb_to_recordset($1::jsonb) as given ("learnerId" uuid, "partId" uuid)`

async function leaveProjection(em: EntityManager, parts: readonly PartKey[]): Promise<CountChange[]> {
  const gone = await executeBound<Omit<CountChange, 'accepted' | 'pending'> & { status: string }>(
    em,
    `delete from live_credit using ${givenKeys} where learner_id = "learnerId" and part_id = "partId"
     returning activity_id as "activityId", provider_id as "providerId", board_code as "boardCode", status,
       (recorded_at at time zone 'America/Chicago')::date::text as "recordedOn"`,
    [JSON.stringify(parts)],
  )
  return gone.map(({ status, ...part }) => ({ ...part, ...countOf(status, -1) }))
}

async function decideVoided(em: EntityManager, parts: readonly PartKey[], decidedBy: string): Promise<void> {
  await executeBound(
    em,
    `insert into part_decision (learner_id, part_id, sequence, decision, decided_by)
     select learner_id, part_id, max(sequence) + 1, 'VOIDED', $2
     from part_decision join ${givenKeys} on learner_id = "learnerId" and part_id = "partId"
     group by learner_id, part_id`,
    [JSON.stringify(parts), decidedBy],
  )
}
