import type { EntityManager } from '@mikro-orm/postgresql'
import { notFound } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { LedgerRecord, RecordPart, RecordVersion } from './ledger-record.js'

/** A provider’s own record with its whole history. Throws NOT_FOUND. */
export async function readRecord(em: EntityManager, providerId: string, completionId: string): Promise<LedgerRecord> {
  const [record] = await executeBound<{ learnerId: string }>(
    em,
    `select learner_id as "learnerId" from completion where completion_id = $1::uuid and provider_id = $2 and record_id is null`,
    [completionId, providerId],
  )
  if (!record) throw notFound('There is no such record, or it is not yours.')
  const key = [record.learnerId, completionId]
  const [first, ...later] = await executeBound<RecordVersion>(em, versionsSql, key)
  if (!first) throw new Error(`Record ${completionId} has no version.`)
  const parts = await executeBound<RecordPart>(em, partsSql, key)
  return { recordId: completionId, learnerId: record.learnerId, providerId, versions: [first, ...later], parts }
}

/**
 * The same, until the end of the transaction safe from boards that decide. Taken under the lock on the provider, which
 * keeps everybody else away.
 */
export async function holdRecord(em: EntityManager, providerId: string, completionId: string): Promise<LedgerRecord> {
  await executeBound(em, 'select from live_credit where completion_id = $1::uuid and provider_id = $2 for update', [
    completionId,
    providerId,
  ])
  return readRecord(em, providerId, completionId)
}

const ofRecord = `v.learner_id = $1::uuid and (v.completion_id = $2::uuid or v.record_id = $2::uuid)`

const versionsSql = `
  select v.completion_id as "versionId", v.version, coalesce(v.action, 'REPORTED') as verb, v.activity_id as "activityId",
    v.completed_on::text as "completedOn", v.source, v.batch_id as "batchId", v.row_number as "rowNumber",
    v.by_name as "byName", v.reason, to_json(v.recorded_at) #>> '{}' as at,
    coalesce(v.parts, array(
      select part_id from credit_part p where p.learner_id = v.learner_id and p.completion_id = v.completion_id
    )) as parts,
    case when r.batch_id is not null
      then jsonb_build_object('cells', r.cells, 'outcome', r.outcome, 'issues', r.issues) end as row
  from completion v
  left join batch_row r on r.batch_id = v.batch_id and r.row_number = v.row_number
  where ${ofRecord}
  order by v.version`

const partsSql = `
  select p.part_id as "partId", p.completion_id as "versionId", p.kind, p.board_code as "boardCode", p.distinction, p.quarters,
    p.licensing_state as "licensingState", p.lines, decided.answers
  from completion v
  join credit_part p on p.learner_id = v.learner_id and p.completion_id = v.completion_id
  cross join lateral (
    select jsonb_agg(jsonb_build_object('decision', decision, 'reason', reason, 'reasonCode', reason_code, 'decidedBy', decided_by, 'at', decided_at)
      order by sequence) as answers
    from part_decision d where d.learner_id = p.learner_id and d.part_id = p.part_id and decision <> 'VOIDED'
  ) decided
  where ${ofRecord}
  order by v.version, p.kind, p.board_code`
