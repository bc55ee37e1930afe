import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../../reference/viewer.js'
import { isUuid } from '../../shared/graphql/id.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { Learner } from './learner.js'
import { visibleLearners } from './learner.policy.js'

interface Lead {
  askedId: string
  survivorId: string
  /** Everybody who leads to the survivor, and the survivor. */
  memberIds: string[]
}

/**
 * The learners to whom these ids lead, in their order: the id of somebody who was merged leads to the survivor, who is seen
 * by whoever may see one of those merged. Null where there is nobody, or nobody for this viewer.
 */
export async function findLearners(
  em: EntityManager,
  viewer: Viewer,
  ids: readonly string[],
): Promise<(Learner | null)[]> {
  const leads = new Map((await findLeads(em, ids)).map((lead) => [lead.askedId, lead]))
  const memberIds = [...new Set([...leads.values()].flatMap((lead) => lead.memberIds))]
  if (!memberIds.length) return ids.map(() => null)
  const seen = await em.find(Learner, { $and: [{ learnerId: { $in: memberIds } }, visibleLearners(viewer)] })
  const survivorIds = [...new Set(seen.map(({ learnerId, survivor }) => survivor?.learnerId ?? learnerId))]
  const found = seen.filter(({ survivor }) => !survivor)
  const missing = survivorIds.filter((id) => !found.some(({ learnerId }) => learnerId === id))
  if (missing.length) found.push(...(await em.find(Learner, { learnerId: { $in: missing } })))
  const byId = new Map(found.map((learner) => [learner.learnerId, learner]))
  return ids.map((id) => byId.get(leads.get(id.toLowerCase())?.survivorId ?? '') ?? null)
}

function findLeads(em: EntityManager, ids: readonly string[]): Promise<Lead[]> {
  return executeBound<Lead>(
    em,
    `select asked.learner_id as "askedId", coalesce(asked.survivor_id, asked.learner_id) as "survivorId",
       array(
         select coalesce(asked.survivor_id, asked.learner_id) union all
         select learner_id from learner where survivor_id = coalesce(asked.survivor_id, asked.learner_id)
       ) as "memberIds"
     from learner asked where asked.learner_id = any($1::uuid[])`,
    [[...new Set(ids)].filter(isUuid)],
  )
}
