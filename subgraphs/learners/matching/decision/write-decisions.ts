import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { Decision, ScoredCandidate } from '../engine/types.js'

/** A decision on one part of a claim, as it is kept. */
export interface DecisionRecord {
  decisionId: string
  part: 'LICENSE' | 'DIPLOMATE'
  fingerprint: Buffer
  decision: Decision
}

/** Keeps decisions with everything a waterfall shows; a match only with whom it was about and what came next. */
export async function writeDecisions(
  em: EntityManager,
  records: readonly DecisionRecord[],
  { caller, decidedAt }: { caller: string; decidedAt: Date },
): Promise<void> {
  if (records.length === 0) return
  const [first] = records
  await executeBound(em, insertSql, [
    records.map(({ decisionId }) => decisionId),
    records.map(({ part }) => part),
    records.map(({ fingerprint }) => fingerprint.toString('hex')),
    records.map(({ decision }) => decision.decision),
    records.map(({ decision }) => decision.personId ?? null),
    records.map(({ decision }) => JSON.stringify(keptOf(decision).map(compact))),
    first?.decision.modelVersion,
    first?.decision.dataVersion,
    decidedAt,
    caller,
  ])
}

const keptOf = ({ decision, candidates }: Decision) => (decision === 'MATCHED' ? candidates.slice(0, 2) : candidates)

/** Field, level and bits in one list each, since a waterfall of every row is most of what the database holds. */
const compact = ({ personId, probability, evidence, vetoes }: ScoredCandidate) => ({
  personId,
  probability: Number(probability.toPrecision(9)),
  evidence: evidence.map(({ field, level, bits }) => [field, level, Number(bits.toFixed(2))]),
  ...(vetoes.length > 0 ? { vetoes } : {}),
})

const insertSql = `
  insert into match_decision (decision_id, part, claim_fingerprint, decision, learner_id, candidates, model_version,
    data_version, decided_at, caller)
  select decision_id, part, decode(fingerprint, 'hex'), decision, learner_id, candidates, $7, $8, $9, $10
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::jsonb[])
    as kept (decision_id, part, fingerprint, decision, learner_id, candidates)`
