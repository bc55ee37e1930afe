import type { EntityManager } from '@mikro-orm/postgresql'
import { notFound } from '../../../shared/errors.js'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { DecisionKind, ScoredCandidate } from '../engine/types.js'
import { candidatesOf } from './candidate-text.js'
import type { MatchPart } from './match-record.js'

/** A decision as it was kept. */
export interface KeptDecision {
  decisionId: string
  part: MatchPart
  decision: DecisionKind
  personId: string | null
  candidates: ScoredCandidate[]
  /** log2 of the odds that any one candidate is meant, before anything was compared; null for decisions that are older than this. */
  priorBits: number | null
  modelVersion: string
  dataVersion: string
  decidedAt: Date
  caller: string
  /** The review that it followed. */
  reviewCaseId: string | null
}

interface DecisionRow extends Omit<KeptDecision, 'candidates' | 'decidedAt'> {
  candidates: string
  decidedAt: string
}

/** One decision with everything that was kept of it. Throws NOT_FOUND where there is none, or none any more. */
export async function readDecision(em: EntityManager, decisionId: string): Promise<KeptDecision> {
  const [row] = await executeBound<DecisionRow>(em, selectSql, [decisionId])
  if (!row) throw notFound('There is no such decision, or it is no longer kept.')
  return { ...row, decidedAt: new Date(row.decidedAt), candidates: candidatesOf(row.candidates) }
}

const selectSql = `
  select decision_id as "decisionId", part, decision, learner_id as "personId", candidates,
    prior_bits as "priorBits",
    model_version as "modelVersion", data_version as "dataVersion", decided_at as "decidedAt", caller,
    reviewed.case_id as "reviewCaseId"
  from match_decision left join reviewed_decision reviewed using (decision_id)
  where decision_id = $1::uuid`
