import type { DatabasePart } from '../supervisor/settings.js'

/** Rows of one side of a comparison: a statement with the columns `key` and `fact`, both text. */
export interface Side {
  part: DatabasePart
  sql: string
}

/** Something that is kept twice, and where either of them stands. */
export interface Check {
  name: string
  /** What is so because it was decided or told there. */
  truth: Side
  /** What was derived from it. */
  copy: Side
}

const license = `learner_id::text || ' ' || license_id as key,
  concat_ws(' ', board_code, state, status, effective_from, effective_to) as fact`

const part = (status: string, reason: string) => `p.learner_id::text || ' ' || p.part_id as key,
  concat_ws(' ', p.completion_id, c.provider_id, c.activity_id, c.completed_on, p.kind, p.board_code, p.distinction, p.quarters,
    ${status}, ${reason}, p.licensing_state, p.lines, c.source, extract(epoch from c.recorded_at)) as fact`

/** Every projection and read model, beside the ledger or the owner it follows. */
export const checks: readonly Check[] = [
  {
    name: 'licenses that credits knows of',
    truth: { part: 'learners', sql: `select ${license} from license_record` },
    copy: { part: 'credits', sql: `select ${license} from learner_license` },
  },
  {
    name: 'merges of learners that credits knows of',
    truth: {
      part: 'learners',
      sql: `select learner_id::text as key, survivor_id::text as fact from learner where survivor_id is not null`,
    },
    copy: { part: 'credits', sql: 'select learner_id::text as key, survivor_id::text as fact from learner_merge' },
  },
  {
    name: 'live credit of the ledger',
    truth: {
      part: 'credits',
      sql: `select ${part('d.decision', 'd.reason')}
        from credit_part p
        join completion c using (learner_id, completion_id)
        cross join lateral (
          select decision, reason from part_decision
          where part_decision.learner_id = p.learner_id and part_decision.part_id = p.part_id
          order by sequence desc limit 1
        ) d
        where d.decision <> 'VOIDED'`,
    },
    copy: {
      part: 'credits',
      sql: `select ${part('p.status', 'p.reason')} from live_credit p join live_credit c using (learner_id, part_id)`,
    },
  },
]
