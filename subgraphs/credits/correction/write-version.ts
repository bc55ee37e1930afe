import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { CompletionSource } from '../completion/completion.js'
import { type CountChange, countCredit, countOf } from '../count/count-credit.js'
import { settleDerived } from '../derived/settle-derived.js'
import { CreditTopic, tellOfCredit } from '../live/credit-news.js'
import { ledgerInstant } from '../record/ledger-instant.js'
import { decideVoided, leaveProjection } from '../record/void-parts.js'
import { headOf, type LedgerRecord, type PartAnswer, type RecordPart, type VersionVerb } from './ledger-record.js'
import type { PartsPlan } from './plan-correction.js'

/** A part that a version brings, with the decision it begins with. */
export interface NewPart extends Omit<RecordPart, 'versionId' | 'answers'> {
  /** The part whose place it takes. */
  supersedes: string | null
  decision: PartAnswer['decision']
  reason: string | null
  reasonCode: string | null
  /** Who decided so; null for whoever makes the version. */
  decidedBy: string | null
}

/** A version to be written behind the newest of its record. */
export interface NewVersion {
  versionId: string
  verb: Exclude<VersionVerb, 'REPORTED'>
  activityId: string
  completedOn: string
  plan: PartsPlan
  reason: string | null
  source: CompletionSource
  batchId: string | null
  rowNumber: number | null
  submittedBy: string
  byName: string
}

/**
 * Appends a version to a record that is held: what it takes back, what it brings, and itself, all of one instant, with
 * projection, sums and the CME that follows from points (L41). A record keeps its place in lists and in the sums of days: those go by its first version.
 */
export async function writeVersion(em: EntityManager, record: LedgerRecord, version: NewVersion): Promise<void> {
  const { plan, reason, submittedBy } = version
  const voided = plan.voided.map(({ partId }) => ({ learnerId: record.learnerId, partId }))
  const at = await ledgerInstant(em)
  const gone = voided.length ? await leaveProjection(em, voided) : []
  const come = await append(em, record, version, at)
  if (voided.length) await decideVoided(em, voided, { by: submittedBy, reason: reason ?? undefined, at })
  await countCredit(em, [...gone, ...come])
  await tellOfCredit(em, CreditTopic.RECORDED, [{ ...record, completionId: record.recordId }])
  await settleDerived(
    em,
    [headOf(record), version].map((place) => ({ ...place, learnerId: record.learnerId })),
  )
}

async function append(
  em: EntityManager,
  record: LedgerRecord,
  { plan, byName, submittedBy, verb, ...version }: NewVersion,
  at: string,
): Promise<CountChange[]> {
  const head = headOf(record)
  const row = {
    ...version,
    version: head.version + 1,
    supersedes: head.versionId,
    action: verb,
    parts: [...plan.kept, ...plan.added].map(({ partId }) => partId),
  }
  const come = await executeBound<Omit<CountChange, 'accepted' | 'pending'> & { status: string }>(em, appendSql, [
    record.learnerId,
    record.recordId,
    JSON.stringify(row),
    JSON.stringify(plan.added),
    submittedBy,
    byName,
    at,
  ])
  return come.map(({ status, ...part }) => ({ ...part, ...countOf(status, 1) }))
}

const appendSql = `
  with first as materialized (
    select * from completion where learner_id = $1::uuid and completion_id = $2::uuid
  ), version as materialized (
    select * from jsonb_to_record($3::jsonb) as version (
      "versionId" uuid, version int, supersedes uuid, action text, reason text, "activityId" text, "completedOn" date, source text,
      "batchId" uuid, "rowNumber" int, parts uuid[])
  ), given as materialized (
    select * from jsonb_to_recordset($4::jsonb) as given (
      "partId" uuid, kind text, "boardCode" text, distinction text, quarters int, "licensingState" text, lines jsonb, supersedes uuid,
      decision text, reason text, "reasonCode" text, "decidedBy" text)
  ), written as (
    insert into completion (learner_id, completion_id, provider_id, activity_id, completed_on, source, batch_id, row_number,
      supersedes, submitted_by, by_name, recorded_at, record_id, version, action, reason, parts)
    select first.learner_id, "versionId", first.provider_id, "activityId", "completedOn", version.source, "batchId", "rowNumber",
      version.supersedes, $5, $6, $7::timestamptz, first.completion_id, version.version, version.action, version.reason, version.parts
    from first cross join version
  ), brought as (
    insert into credit_part (learner_id, part_id, completion_id, kind, board_code, distinction, quarters, licensing_state, lines, supersedes)
    select first.learner_id, "partId", "versionId", kind, "boardCode", distinction, quarters, "licensingState", lines, given.supersedes
    from first cross join version cross join given
  ), decided as (
    insert into part_decision (learner_id, part_id, sequence, decision, reason, reason_code, decided_by, decided_at)
    select learner_id, "partId", 1, decision, given.reason, "reasonCode", coalesce("decidedBy", $5), $7::timestamptz
    from first cross join given
  ), live as (
    insert into live_credit (learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, board_code,
      distinction, quarters, status, reason, reason_code, licensing_state, lines, source, recorded_at)
    select first.learner_id, "partId", first.completion_id, first.provider_id, "activityId", "completedOn", kind, "boardCode",
      distinction, quarters, decision, given.reason, "reasonCode", "licensingState", lines, first.source, first.recorded_at
    from first cross join version cross join given
    returning *
  )
  select activity_id as "activityId", provider_id as "providerId", board_code as "boardCode", status,
    (recorded_at at time zone 'America/Chicago')::date::text as "recordedOn"
  from live`
