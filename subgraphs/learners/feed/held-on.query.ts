import type { EntityManager } from '@mikro-orm/postgresql'
import { licenseKey } from '../matching/keys.js'

/** Somebody who held a license on a day. */
export interface Holder {
  learnerId: string
  licenseId: string
  boardCode: string
  licenseNumber: string
}

/**
 * Who held the license with this number in a state on a day, as far as is known today: what a board told last of that day
 * counts, so that a renewal does not undo the years before it, and a correction does (I15).
 */
export function findHolders(em: EntityManager, state: string, number: string, day: string): Promise<Holder[]> {
  return em.execute<Holder[]>(
    `select learner_id as "learnerId", license_id as "licenseId", board_code as "boardCode",
       license_number as "licenseNumber"
     from license_period
     where state = ? and license_key = ? and effective_from <= ?::date
       and (effective_to >= ?::date or (effective_to is null and status = 'ACTIVE'))
     order by board_code, license_id`,
    [state, licenseKey(number), day, day],
  )
}
