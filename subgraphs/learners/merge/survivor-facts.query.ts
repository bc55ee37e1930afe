import type { EntityManager } from '@mikro-orm/postgresql'
import { fromCursor, toCursor } from '../../shared/graphql/cursor.js'
import { currentCursor } from '../../shared/outbox/outbox.js'
import type { SurvivorFact, SurvivorFactPage } from './survivor-fact.js'

/** A page of all merges in force behind a cursor. The events’ cursor is taken first, so that no change falls between. */
export async function readSurvivorFacts(
  em: EntityManager,
  after: string | null,
  first: number,
): Promise<SurvivorFactPage> {
  const [learnerId] = after ? fromCursor(after, ['UUID']) : ['00000000-0000-0000-0000-000000000000']
  const eventCursor = await currentCursor(em)
  const facts = await em.execute<SurvivorFact[]>(
    `select learner_id as "learnerId", survivor_id as "survivorId" from learner
     where survivor_id is not null and learner_id > ?::uuid order by learner_id limit ?`,
    [learnerId, first],
  )
  const last = facts.length === first ? facts.at(-1) : undefined
  return { facts, nextCursor: last ? toCursor([last.learnerId]) : null, eventCursor }
}
