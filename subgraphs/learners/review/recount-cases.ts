import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'

/** Counts the rows of cases anew; a question for which no row is left is withdrawn. */
export async function recountCases(em: EntityManager, caseIds: readonly string[]): Promise<void> {
  if (!caseIds.length) return
  await executeBound(em, recountSql, [[...new Set(caseIds)]])
}

const recountSql = `
  with counted as (
    select c.case_id, c.provider_id, count(r.case_id)::int as row_count, coalesce(sum(r.quarters), 0)::int as quarters,
      count(r.case_id) = 0 and c.state in ('OPEN', 'PROPOSED') as is_over
    from review_case c left join review_row r using (case_id)
    where c.case_id = any($1::uuid[])
    group by c.case_id
  ), recounted as (
    update review_case c set row_count = counted.row_count, quarters = counted.quarters,
      state = case when is_over then 'WITHDRAWN' else c.state end,
      learner_id = case when is_over then null else c.learner_id end,
      is_nobody = case when is_over then false else c.is_nobody end,
      changed_at = case when is_over then clock_timestamp() else c.changed_at end
    from counted where c.case_id = counted.case_id
  )
  insert into review_step (case_id, sequence, step, taken_by, taken_at)
  select case_id, 1 + (select count(*) from review_step s where s.case_id = counted.case_id), 'WITHDRAWN', provider_id,
    clock_timestamp()
  from counted where is_over`
