import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../shared/log.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { LicenseFact, LicenseSource } from './license-source.js'

const owner = 'learners'
const pauseMs = 500

/**
 * Keeps the read model of licenses beside the ledger: built from zero where there is none, then event by event, within a
 * second of the change. Of several workers one follows at a time.
 */
export async function followLicenses(
  em: EntityManager,
  source: LicenseSource,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const more = await catchUp(em.fork(), source).catch((error: unknown) => {
      log.warn({ err: error }, 'licenses could not be followed; trying again')
      return false
    })
    if (!more) await sleep(pauseMs, undefined, { signal }).catch(untilAborted)
  }
}

/** Takes the next page of events; true when there may be more of them. */
export async function catchUp(em: EntityManager, source: LicenseSource): Promise<boolean> {
  return em.transactional(async (transaction) => {
    const [lock] = await transaction.execute<{ ours: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtext('follow licenses')) as ours`,
    )
    if (!lock?.ours) return false
    const [position] = await transaction.execute<{ position: string }[]>(
      'select position from event_position where owner = ?',
      [owner],
    )
    if (!position) {
      await rebuild(transaction, source)
      return true
    }
    const { events, endCursor } = await source.events(position.position)
    if (!events.length || !endCursor) return false
    await upsert(transaction, latest(events.map(({ license }) => license)))
    await remember(transaction, endCursor)
    return true
  })
}

/** Builds the read model from zero by asking the owner; readers see the old one until it is complete. */
export async function rebuild(transaction: EntityManager, source: LicenseSource): Promise<void> {
  await transaction.execute('delete from learner_license')
  let page = await source.facts(null)
  const { eventCursor } = page
  await upsert(transaction, page.facts)
  while (page.nextCursor) {
    page = await source.facts(page.nextCursor)
    await upsert(transaction, page.facts)
  }
  await remember(transaction, eventCursor)
}

async function upsert(em: EntityManager, facts: readonly LicenseFact[]): Promise<void> {
  await executeBound(
    em,
    `insert into learner_license (learner_id, license_id, board_code, state, status, effective_from, effective_to)
     select "learnerId", "licenseId", "boardCode", state, status, "effectiveFrom", "effectiveTo"
     from jsonb_to_recordset($1::jsonb) as given (
       "learnerId" uuid, "licenseId" uuid, "boardCode" text, state text, status text, "effectiveFrom" date, "effectiveTo" date)
     on conflict (learner_id, license_id) do update set board_code = excluded.board_code, state = excluded.state,
       status = excluded.status, effective_from = excluded.effective_from, effective_to = excluded.effective_to`,
    [JSON.stringify(facts)],
  )
}

/** One statement cannot touch a row twice, so of several events about a license the last one counts. */
const latest = (facts: readonly LicenseFact[]) => [...new Map(facts.map((fact) => [fact.licenseId, fact])).values()]

async function remember(em: EntityManager, position: string): Promise<void> {
  await em.execute(
    `insert into event_position (owner, position) values (?, ?)
     on conflict (owner) do update set position = excluded.position, updated_at = now()`,
    [owner, position],
  )
}

function untilAborted(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}
