import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { MatchPart } from '../matching/decision/match-record.js'
import { readDecision } from '../matching/decision/read-decision.js'
import type { FieldEvidence } from '../matching/engine/types.js'

/** What people decided about one claim, as matching can learn from it: names and numbers are not in it. */
export interface ReviewLabel {
  caseId: string
  part: MatchPart
  /** By whose levels the evidence was found. */
  modelVersion: string
  /** Everybody who was considered when the case was opened. */
  candidates: {
    personId: string
    /** True for whom the operators said is meant, after all merges; false for all where nobody is. */
    isMeant: boolean
    evidence: FieldEvidence[]
  }[]
}

const pageSize = 500

/** Every decided case as a label, the oldest first. */
export async function* readLabels(em: EntityManager): AsyncGenerator<ReviewLabel> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const cases = await executeBound<DecidedCase>(em, casesSql, [after, pageSize])
    for (const decided of cases) yield await labelOf(em, decided)
    const last = cases.at(-1)
    if (!last || cases.length < pageSize) return
    after = last.caseId
  }
}

interface DecidedCase {
  caseId: string
  decisionId: string
  /** Whoever is meant, and all who are the same person; none for nobody. */
  meantIds: (string | null)[]
}

async function labelOf(em: EntityManager, { caseId, decisionId, meantIds }: DecidedCase): Promise<ReviewLabel> {
  const { part, modelVersion, candidates } = await readDecision(em, decisionId)
  return {
    caseId,
    part,
    modelVersion,
    candidates: candidates.map(({ personId, evidence }) => ({
      personId,
      isMeant: meantIds.includes(personId),
      evidence,
    })),
  }
}

const casesSql = `
  select case_id as "caseId", decision_id as "decisionId", array(
      select unnest(array[learner_id, survivor_id]) from learner where learner_id = c.learner_id
      union
      select kin.learner_id from learner meant
      join learner kin on kin.survivor_id = coalesce(meant.survivor_id, meant.learner_id)
      where meant.learner_id = c.learner_id
    ) as "meantIds"
  from review_case c
  where state = 'DECIDED' and effective_at <= clock_timestamp() and case_id > $1::uuid
  order by case_id limit $2`
