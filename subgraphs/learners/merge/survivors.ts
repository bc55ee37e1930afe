import type { EntityManager } from '@mikro-orm/postgresql'
import { LearnerEventType } from '../learner/learner-event.js'
import type { SurvivorFact } from './survivor-fact.js'

/** How many learners may lead to one survivor; more are a sign that something else is wrong. */
export const maxGroup = 20

/**
 * Leads a learner, and everybody who was merged into him or her before, to a new survivor; null lets the learner stand
 * alone again. The names and records of all of them stay as they are.
 */
export async function leadTo(em: EntityManager, learnerId: string, survivorId: string | null): Promise<SurvivorFact[]> {
  return em.execute<SurvivorFact[]>(
    `with recursive follower as (
       select ?::uuid as learner_id
       union
       select p.merged_id from merge_proposal p join follower f on p.survivor_id = f.learner_id where p.status = 'APPROVED'
     )
     update learner set survivor_id = nullif(?::uuid, learner.learner_id)
     from follower where learner.learner_id = follower.learner_id
     returning learner.learner_id as "learnerId", learner.survivor_id as "survivorId"`,
    [learnerId, survivorId ?? learnerId],
  )
}

/** The type of the event that tells of it. */
export const eventOf = {
  APPROVED: LearnerEventType.LEARNERS_MERGED,
  UNMERGED: LearnerEventType.LEARNERS_UNMERGED,
} as const

/** How many learners stand behind one, himself or herself included. */
export async function groupSize(em: EntityManager, learnerId: string): Promise<number> {
  const { size } = await em.execute<{ size: number }>(
    'select 1 + count(*)::int as size from learner where survivor_id = ?::uuid',
    [learnerId],
    'get',
  )
  return size
}
