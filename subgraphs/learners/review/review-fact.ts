import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { readDecision } from '../matching/decision/read-decision.js'
import type { ReviewCase } from './review-case.js'

/** Lets matching follow what was decided of a case, from a moment on. Nobody means: none of those who were considered. */
export async function keepFact(
  em: EntityManager,
  { caseId, decisionId, isNobody }: ReviewCase,
  effectiveAt: Date,
): Promise<void> {
  const { candidates } = await readDecision(em, decisionId)
  const refusedIds = isNobody ? candidates.map(({ personId }) => personId) : []
  await executeBound(
    em,
    `insert into review_fact (provider_id, fingerprint, part, case_id, learner_id, refused_ids, effective_at)
     select provider_id, fingerprint, part, case_id, learner_id, $2::uuid[], $3 from review_case where case_id = $1::uuid`,
    [caseId, refusedIds, effectiveAt],
  )
}

/** Lets matching decide by itself again. */
export async function dropFact(em: EntityManager, caseId: string): Promise<void> {
  await executeBound(em, 'delete from review_fact where case_id = $1::uuid', [caseId])
}
