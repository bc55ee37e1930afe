import type { Decision } from '../matching/engine/types.js'

/** What a person has decided about a claim. */
export interface Ruling {
  caseId: string
  /** Who is meant, after all merges; null for nobody. */
  learnerId: string | null
  /** Where nobody is meant: who was looked at, after all merges. */
  refusedIds: readonly string[]
}

/** A decision, and the review that it follows. */
export interface RuledDecision {
  decision: Decision
  caseId: string | null
}

/**
 * The decision of matching as a person has ruled it. That nobody is meant was said of those who were looked at: where
 * matching is sure of somebody who is new on file, its answer counts. Pure (I14).
 */
export function ruled(decision: Decision, ruling: Ruling | undefined): RuledDecision {
  if (!ruling) return { decision, caseId: null }
  const { caseId, learnerId, refusedIds } = ruling
  const { personId, askedField, namedField, disagreeing, ...basis } = decision
  if (learnerId !== null) return { decision: { ...basis, decision: 'MATCHED', personId: learnerId }, caseId }
  const isSomebodyNew = decision.decision === 'MATCHED' && personId !== undefined && !refusedIds.includes(personId)
  return isSomebodyNew ? { decision, caseId: null } : { decision: { ...basis, decision: 'NOT_FOUND' }, caseId }
}
