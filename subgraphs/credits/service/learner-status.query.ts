import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'

/** What a provider knows of a learner’s completion without an id of ours (4.1). */
export interface LearnerKey {
  activityId: string
  completedOn: string
  /** `MM/DD`. */
  birthday: string
  /** The license number, NPI or board id under which it was reported. */
  identifier: string
}

/** The records that a provider has reported under a learner key, by what it has sent itself. */
export async function completionsByKey(em: EntityManager, providerId: string, key: LearnerKey): Promise<string[]> {
  const found = await executeBound<{ completionId: string }>(
    em,
    `select distinct live.completion_id as "completionId"
     from live_credit live
     join completion c on c.learner_id = live.learner_id and c.completion_id = live.completion_id
     join batch_row r on r.batch_id = c.batch_id and r.row_number = c.row_number
     where live.activity_id = $2 and live.completed_on = $3::date and live.provider_id = $1
       and r.cells #>> '{dateOfBirth,text}' = $4
       and (upper($5) in (upper(r.cells #>> '{licenseIdOrNpi,text}'), upper(r.cells #>> '{certifyingBoardId,text}'))
         or exists (select from jsonb_each(r.cells) cell
           where cell.key like 'certifyingBoardId:%' and upper(cell.value ->> 'text') = upper($5)))
     limit 10`,
    [providerId, key.activityId, key.completedOn, key.birthday, key.identifier],
  )
  return found.map(({ completionId }) => completionId)
}

/** The record in which a provider uses a credit id. */
export async function completionByCreditId(em: EntityManager, providerId: string, creditId: string): Promise<string[]> {
  const found = await executeBound<{ completionId: string }>(
    em,
    'select completion_id as "completionId" from credit_identifier where provider_id = $1 and credit_id = $2',
    [providerId, creditId],
  )
  return found.map(({ completionId }) => completionId)
}

/** The credit ids of a record. */
export async function creditIdsOf(em: EntityManager, providerId: string, completionId: string): Promise<string[]> {
  const found = await executeBound<{ creditId: string }>(
    em,
    `select credit_id as "creditId" from credit_identifier where provider_id = $1 and completion_id = $2::uuid
     order by credit_id`,
    [providerId, completionId],
  )
  return found.map(({ creditId }) => creditId)
}
