import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'

/**
 * Takes, until the end of the transaction, the lock under which credit of these providers is judged and recorded; in the
 * order of their ids, so that two who want several never wait for each other.
 */
export async function lockRecording(em: EntityManager, providerIds: readonly string[]): Promise<void> {
  for (const providerId of [...new Set(providerIds)].sort()) {
    await executeBound(em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`record ${providerId}`])
  }
}
