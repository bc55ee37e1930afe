import type { EntityManager } from '@mikro-orm/postgresql'
import type { ReadModel } from '../../shared/outbox/follow.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { askAgain, noteReviewed } from '../review/reviewed-rows.js'
import {
  type LearnerEvent,
  type LearnerSource,
  type LicenseFact,
  pagesOf,
  type SurvivorFact,
} from './learner-source.js'

/** The read models of licenses and merges beside the ledger, kept by one pass over the learners’ events. */
export const learnersModel = (source: LearnerSource): ReadModel<LearnerEvent> => ({
  owner: 'learners',
  events: (after) => source.events(after),
  apply: applyEvents,
  rebuild: (transaction) => rebuild(transaction, source),
})

/** Readers see the old read models until the new ones are complete. */
async function rebuild(transaction: EntityManager, source: LearnerSource): Promise<string> {
  await transaction.execute('delete from learner_license')
  await transaction.execute('delete from learner_merge')
  let eventCursor: string | undefined
  for await (const page of pagesOf((after) => source.licenses(after))) {
    eventCursor ??= page.eventCursor
    await insertLicenses(transaction, page.facts)
  }
  for await (const page of pagesOf((after) => source.merges(after))) await insertMerges(transaction, page.facts)
  if (eventCursor === undefined) throw new Error('The owner of learners answered without a page.')
  await askAgain(transaction)
  return eventCursor
}

/** Of several events about a learner the last one counts: each carries everything that it tells of. */
async function applyEvents(transaction: EntityManager, events: readonly LearnerEvent[]): Promise<void> {
  const changed = new Map(
    events.flatMap(({ type, learnerId, licenses }): [string, LicenseFact[]][] =>
      type === 'LEARNER_CHANGED' && learnerId ? [[learnerId, licenses]] : [],
    ),
  )
  await executeBound(transaction, 'delete from learner_license where learner_id = any($1::uuid[])', [
    [...changed.keys()],
  ])
  await insertLicenses(transaction, [...changed.values()].flat())

  await noteReviewed(
    transaction,
    events.flatMap(({ rows }) => rows),
  )

  const survivors = new Map(events.flatMap((event) => event.survivors.map((fact) => [fact.learnerId, fact])))
  if (!survivors.size) return
  await executeBound(transaction, 'delete from learner_merge where learner_id = any($1::uuid[])', [
    [...survivors.keys()],
  ])
  await insertMerges(transaction, [...survivors.values()])
}

async function insertLicenses(em: EntityManager, facts: readonly LicenseFact[]): Promise<void> {
  if (!facts.length) return
  await executeBound(
    em,
    `insert into learner_license (learner_id, license_id, board_code, state, status, effective_from, effective_to)
     select "learnerId", "licenseId", "boardCode", state, status, "effectiveFrom", "effectiveTo"
     from jsonb_to_recordset($1::jsonb) as given (
       "learnerId" uuid, "licenseId" uuid, "boardCode" text, state text, status text, "effectiveFrom" date, "effectiveTo" date)`,
    [JSON.stringify(facts)],
  )
}

async function insertMerges(em: EntityManager, facts: readonly SurvivorFact[]): Promise<void> {
  const merged = facts.filter(({ survivorId }) => survivorId !== null)
  if (!merged.length) return
  await executeBound(
    em,
    `insert into learner_merge (learner_id, survivor_id)
     select "learnerId", "survivorId" from jsonb_to_recordset($1::jsonb) as given ("learnerId" uuid, "survivorId" uuid)`,
    [JSON.stringify(merged)],
  )
}
