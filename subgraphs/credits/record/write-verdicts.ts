import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { CompletionSource } from '../completion/completion.js'
import { type CountChange, countCredit, countOf } from '../count/count-credit.js'
import { writeCreditIds } from '../credit-id/credit-ids.query.js'
import { CreditTopic, tellOfCredit } from '../live/credit-news.js'
import { writeRems } from '../rems/rems-report.query.js'
import type { AwardedPart, Verdict } from './verdict.js'
import { leaveProjection } from './void-parts.js'
import { writeDeletions } from './write-deletions.js'

/** On whose account the verdicts are written. */
export interface Authorship {
  providerId: string
  source: CompletionSource
  /** Null for what no batch brought. */
  batchId: string | null
  submittedBy: string
  /** The person’s name, where one acts in person. */
  byName?: string
}

/**
 * Writes records, their parts and decisions into the ledger and keeps its projection and its sums. A row that deletes makes a version
 * of each record that it takes from. A part that a later row of the same chunk takes back is in the ledger with both decisions and
 * never in the projection.
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
  const left = voided.length ? await writeDeletions(em, verdicts, author) : []
  await countCredit(em, [...gone, ...come, ...left])
  await tellOfCredit(
    em,
    CreditTopic.RECORDED,
    awarded.filter(({ stays }) => stays),
  )
  await writeCreditIds(em, verdicts, author.providerId)
  await writeRems(em, verdicts, author)
}

type PlacedPart = AwardedPart & { rowNumber: number; stays: boolean }

async function award(em: EntityManager, parts: readonly PlacedPart[], author: Authorship): Promise<CountChange[]> {
  const { providerId, source, batchId, submittedBy, byName } = author
  const [recorded] = await executeBound<{ recordedOn: string }>(
    em,
    `with given as materialized (
       select * from jsonb_to_recordset($1::jsonb) as given (
         "learnerId" uuid, "completionId" uuid, "partId" uuid, "activityId" text, "completedOn" date, "rowNumber" int,
         kind text, "boardCode" text, distinction text, quarters int, status text, "licensingState" text, lines jsonb,
         "followsBoard" text, follows uuid[], stays boolean)
     ), written as (
       insert into completion (learner_id, completion_id, provider_id, activity_id, completed_on, source, batch_id, row_number,
         submitted_by, by_name, recorded_at)
       select distinct "learnerId", "completionId", $2, "activityId", "completedOn", $3, $4::uuid,
         case when $4::uuid is not null then "rowNumber" end, $5, $6, statement_timestamp()
       from given
     ), parts as (
       insert into credit_part (learner_id, part_id, completion_id, kind, board_code, distinction, quarters, licensing_state, lines,
         follows_board, follows)
       select "learnerId", "partId", "completionId", kind, "boardCode", distinction, quarters, "licensingState", lines,
         "followsBoard", follows from given
     ), decisions as (
       insert into part_decision (learner_id, part_id, sequence, decision, decided_by, decided_at)
       select "learnerId", "partId", 1, status, $5, statement_timestamp() from given
     ), live as (
       insert into live_credit (learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, board_code,
         distinction, quarters, status, licensing_state, lines, follows_board, source, recorded_at)
       select "learnerId", "partId", "completionId", $2, "activityId", "completedOn", kind, "boardCode",
       distinction, quarters, status, "licensingState", lines, "followsBoard", $3, statement_timestamp() from given where stays
     )
     select (statement_timestamp() at time zone 'America/Chicago')::date::text as "recordedOn"`,
    [JSON.stringify(parts), providerId, source, batchId, submittedBy, byName ?? null],
  )
  if (!recorded) throw new Error('What was recorded has a day.')
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
