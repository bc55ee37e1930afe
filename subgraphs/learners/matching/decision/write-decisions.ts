import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { Decision } from '../engine/types.js'
import { candidatesText } from './candidate-text.js'
import { isTrial } from './trials.js'

/** A decision on one part of a claim, as it is kept. */
export interface DecisionRecord {
  decisionId: string
  part: 'LICENSE' | 'DIPLOMATE'
  /** In hexadecimal digits. */
  fingerprint: string
  decision: Decision
}

/**
 * Keeps decisions with everything a waterfall shows; a match only with whom it was about and what came next. Of what was only
 * tried nobody waits until it is on disk: nothing rests on it, and whoever asks about one learner would wait behind a whole file.
 */
export async function writeDecisions(
  em: EntityManager,
  records: readonly DecisionRecord[],
  { caller, decidedAt }: { caller: string; decidedAt: Date },
): Promise<void> {
  for (const sameBasis of Map.groupBy(records, ({ decision }) => decision.dataVersion).values()) {
    await executeBound(em, isTrial(caller) ? lazySql : insertSql, valuesOf(sameBasis, caller, decidedAt))
  }
}

/** Decisions on one state of the file have everything in common that is not of one claim. */
function valuesOf(records: readonly DecisionRecord[], caller: string, decidedAt: Date) {
  const [first] = records
  return [
    records.map(({ decisionId }) => decisionId),
    records.map(({ part }) => part),
    records.map(({ fingerprint }) => fingerprint),
    records.map(({ decision }) => decision.decision),
    records.map(({ decision }) => decision.personId ?? null),
    records.map(({ decision }) => candidatesText(keptOf(decision))),
    first?.decision.modelVersion,
    first?.decision.dataVersion,
    first?.decision.priorBits ?? null,
    decidedAt,
    caller,
  ]
}

const keptOf = ({ decision, candidates }: Decision) => (decision === 'MATCHED' ? candidates.slice(0, 2) : candidates)

const insertSql = keepingSql('')

/** Another session sees it at once; where the power fails, what was kept in the last moments is lost. */
const lazySql = keepingSql(`with lazily as materialized (select set_config('synchronous_commit', 'off', true))`)

function keepingSql(lazily: string): string {
  return `${lazily}
  insert into match_decision (decision_id, part, claim_fingerprint, decision, learner_id, candidates, model_version,
    data_version, prior_bits, decided_at, caller)
  select decision_id, part, decode(fingerprint, 'hex'), decision, learner_id, candidates, $7, $8, $9, $10, $11
  from ${lazily && 'lazily, '}unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[])
    as kept (decision_id, part, fingerprint, decision, learner_id, candidates)`
}
