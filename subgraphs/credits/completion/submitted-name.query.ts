import type { EntityManager } from '@mikro-orm/postgresql'

/** The name under which a provider reported a learner. */
export interface SubmittedName {
  completionId: string
  givenName: string
  familyName: string
}

/** The names under which these records were last reported, for the provider that did, in one statement. */
export function findSubmittedNames(
  em: EntityManager,
  providerId: string,
  completionIds: readonly string[],
): Promise<SubmittedName[]> {
  return em.execute<SubmittedName[]>(
    `select first.completion_id as "completionId", said."givenName", said."familyName"
     from completion first
     cross join lateral (
       select r.cells -> 'firstName' ->> 'text' as "givenName", r.cells -> 'lastName' ->> 'text' as "familyName"
       from completion v join batch_row r on r.batch_id = v.batch_id and r.row_number = v.row_number
       where v.learner_id = first.learner_id and (v.completion_id = first.completion_id or v.record_id = first.completion_id)
         and upper(r.cells -> 'recordAction' ->> 'text') is distinct from 'DELETE'
       order by v.version desc limit 1
     ) said
     where first.completion_id = any(string_to_array(?, ',')::uuid[]) and first.provider_id = ?`,
    [completionIds.join(','), providerId],
  )
}
