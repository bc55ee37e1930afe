import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ReviewCase } from './review-case.js'

/** Lets matching follow what was decided of a case, from a moment on. Nobody means: none of those who were considered. */
export async function keepFact(em: EntityManager, { caseId }: ReviewCase, effectiveAt: Date): Promise<void> {
  await executeBound(
    em,
    `insert into review_fact (provider_id, fingerprint, part, case_id, learner_id, refused_ids, effective_at)
     select provider_id, fingerprint, c.part, case_id, c.learner_id,
       array(select split_part(line, ' ', 1)::uuid from string_to_table(candidates, E'\\n') line where is_nobody and line <> ''), $2
     from review_case c join match_decision using (decision_id) where case_id = $1::uuid`,
    [caseId, effectiveAt],
  )
}

/** Lets matching decide by itself again. */
export async function dropFact(em: EntityManager, caseId: string): Promise<void> {
  await executeBound(em, 'delete from review_fact where case_id = $1::uuid', [caseId])
}
