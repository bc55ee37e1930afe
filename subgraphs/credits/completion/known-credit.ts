import type { EntityManager } from '@mikro-orm/postgresql'
import { executePrepared } from '../../shared/postgres/prepared.js'

/**
 * What the ledger says at an instant, as a table in the shape of its projection; at infinity it is what the projection has
 * to be.
 */
export const ledgerCredit = (instant: string) => `(
  select p.learner_id, p.part_id, first.completion_id, first.provider_id, said.activity_id, said.completed_on, p.kind,
    p.board_code, p.distinction, p.quarters, d.decision as status, d.reason, d.reason_code, p.licensing_state, p.lines,
    p.follows_board, first.source, first.recorded_at,
    (select a.decided_at from part_decision a
     where a.learner_id = p.learner_id and a.part_id = p.part_id and a.sequence = 1) as asked_at
  from credit_part p
  join completion said on said.learner_id = p.learner_id and said.completion_id = p.completion_id
  join completion first
    on first.learner_id = said.learner_id and first.completion_id = coalesce(said.record_id, said.completion_id)
  cross join lateral (
    select decision, reason, reason_code from part_decision s
    where s.learner_id = p.learner_id and s.part_id = p.part_id and s.decided_at <= ${instant}
    order by sequence desc limit 1
  ) d
  where d.decision <> 'VOIDED'
)`

/**
 * The beginning of a statement on `live_credit`, further parts of its `with` to follow. For an instant, the ledger as it
 * stood then takes the projection’s place under the same name, so that every condition on credit stays as it is.
 */
export const withCredit = (knownAt?: Date | null) =>
  knownAt ? `with live_credit as not materialized ${ledgerCredit(literal(knownAt))},` : 'with'

/**
 * The rows of a statement that begins so and finds what it finds by learner or by id, for which one plan is best whatever
 * the values: it is prepared, but for an instant, which is written into it.
 */
export function preparedUnlessKnownAt<Row>(
  em: EntityManager,
  knownAt: Date | null | undefined,
  statement: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return knownAt ? em.execute<Row[]>(statement, [...values]) : executePrepared<Row>(em, statement, values)
}

/** How many versions a record (alias `c`) has, or had at an instant. */
export const versionOf = (knownAt?: Date | null) => `(
  select 1 + count(*)::int from completion v
  where v.learner_id = c.learner_id and v.record_id = c.completion_id
    ${knownAt ? `and v.recorded_at <= ${literal(knownAt)}` : ''}
)`

const literal = (instant: Date) => `'${instant.toISOString()}'::timestamptz`
