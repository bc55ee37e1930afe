import type { PersonLicense } from '../engine/types.js'

/** The first and the last day of a license as columns of a select: days since 1970, and 0 as the last one of what is not in force. */
export const licenseTerm = {
  from: `(effective_from - date 'epoch')`,
  until: `coalesce(effective_to - date 'epoch', case status when 'ACTIVE' then 65535 else 0 end)`,
}

/** Whether an entry “told” of license_history names a number that the learner holds no more. */
export const isFormerNumber = `
  not exists (
    select from license_record held
    where held.learner_id = told.learner_id and held.state = told.state and held.license_key = told.license_key)`

/**
 * The term of a license as those columns tell it; nothing of somebody who held another number before, for which one a claim
 * means only the database can tell.
 */
export const termOf = (
  from: string | null | undefined,
  until: string | null | undefined,
): Pick<PersonLicense, 'inForceFrom' | 'inForceUntil'> =>
  from && until ? { inForceFrom: Number(from), inForceUntil: Number(until) } : {}
