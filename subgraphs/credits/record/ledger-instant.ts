import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'

/** One instant for all that a version changes, to the microsecond: whoever asks what was known before or after it sees all or nothing. */
export async function ledgerInstant(em: EntityManager): Promise<string> {
  const [now] = await executeBound<{ at: string }>(em, `select to_json(clock_timestamp()) #>> '{}' as at`, [])
  if (!now) throw new Error('There is no time.')
  return now.at
}
