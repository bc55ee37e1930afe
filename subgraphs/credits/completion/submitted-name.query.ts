import type { EntityManager } from '@mikro-orm/postgresql'

/** The name under which a provider reported a learner. */
export interface SubmittedName {
  completionId: string
  givenName: string
  familyName: string
}

/** The names in the rows that made these records, for the provider that sent them, in one statement. */
export function findSubmittedNames(
  em: EntityManager,
  providerId: string,
  completionIds: readonly string[],
): Promise<SubmittedName[]> {
  return em.execute<SubmittedName[]>(
    `select c.completion_id as "completionId", r.cells -> 'firstName' ->> 'text' as "givenName",
       r.cells -> 'lastName' ->> 'text' as "familyName"
     from completion c join batch_row r on r.batch_id = c.batch_id and r.row_number = c.row_number
     where c.completion_id = any(string_to_array(?, ',')::uuid[]) and c.provider_id = ?`,
    [completionIds.join(','), providerId],
  )
}
