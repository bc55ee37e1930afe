import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { isUnreadable, type Submission, type UnreadableRow } from '../record/submission.js'
import type { Verdict } from '../record/verdict.js'

/** Of which credit a provider uses an id. */
export interface CreditIdOwner {
  creditId: string
  learnerId: string
  activityId: string
  completedOn: string
  completionId: string
}

/** Of the ids that rows of a provider give, those which stand for credit that counts or waits for its board. */
export async function findCreditIds(
  em: EntityManager,
  providerId: string,
  rows: readonly (Submission | UnreadableRow)[],
): Promise<Map<string, CreditIdOwner>> {
  const ids = rows.flatMap((row) => (isUnreadable(row) ? [] : (row.creditIds ?? [])))
  if (!ids.length) return new Map()
  const owners = await executeBound<CreditIdOwner>(
    em,
    `select credit_id as "creditId", learner_id as "learnerId", activity_id as "activityId", completed_on::text as "completedOn",
       completion_id as "completionId"
     from credit_identifier
     where provider_id = $1 and credit_id = any($2) and exists (
       select from live_credit live
       where live.completion_id = credit_identifier.completion_id and live.status in ('PENDING', 'ACCEPTED'))`,
    [providerId, ids],
  )
  return new Map(owners.map((owner) => [owner.creditId, owner]))
}

/** Keeps the ids of what was awarded; an id whose credit is gone may be used anew. */
export async function writeCreditIds(
  em: EntityManager,
  verdicts: readonly Verdict[],
  providerId: string,
): Promise<void> {
  const given = verdicts.flatMap(({ creditIds = [], awarded: [part] }) =>
    part ? creditIds.map((creditId) => ({ ...part, creditId })) : [],
  )
  if (!given.length) return
  await executeBound(
    em,
    `insert into credit_identifier (provider_id, credit_id, learner_id, activity_id, completed_on, completion_id)
     select $1, given.* from unnest($2::text[], $3::uuid[], $4::text[], $5::date[], $6::uuid[]) as given
     on conflict (provider_id, credit_id) do update set learner_id = excluded.learner_id, activity_id = excluded.activity_id,
       completed_on = excluded.completed_on, completion_id = excluded.completion_id`,
    [
      providerId,
      given.map(({ creditId }) => creditId),
      given.map(({ learnerId }) => learnerId),
      given.map(({ activityId }) => activityId),
      given.map(({ completedOn }) => completedOn),
      given.map(({ completionId }) => completionId),
    ],
  )
}
