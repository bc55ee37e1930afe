import type { EntityManager } from '@mikro-orm/postgresql'
import { executePrepared } from '../../shared/postgres/prepared.js'
import { everyMonth } from '../completion/credit-summary.query.js'
import { countsOnce } from '../learner/same-learner.js'
import { boardByCode } from './board.js'
import type { BoardDashboard } from './board-dashboard.js'

interface Totals {
  licensees: number
  licenseesWithCredit: number
  credits: number
  completions: number
  months: { month: string; credits: number; completions: number }[] | null
}

/**
 * The dashboard of a licensing board, in one statement over its licensees. Each of them is found in the ledger by index, for
 * no board has more than a small part of all credit; the offset keeps PostgreSQL from reading all of it instead.
 */
export async function boardDashboard(
  em: EntityManager,
  boardCode: string,
  from: string,
  to: string,
): Promise<BoardDashboard> {
  const board = boardByCode(boardCode)
  if (!board) throw new Error(`There is no board ${boardCode}.`)
  const [totals] = await executePrepared<Totals>(
    em,
    `with licensee as materialized (
       select coalesce(survivor_id, learner_id) as licensee_id, bool_or(status = 'ACTIVE') as in_force
       from learner_license left join learner_merge using (learner_id)
       where board_code = ? group by 1
     ), person as (
       select licensee_id, licensee_id as learner_id from licensee
       union all
       select licensee_id, learner_id from licensee join learner_merge on survivor_id = licensee_id
     ), earned as materialized (
       select person.licensee_id, c.completed_on, c.quarters
       from person cross join lateral (
         select c.completed_on, c.quarters from live_credit c
         where c.learner_id = person.learner_id and c.kind = 'CME' and c.status = 'ACCEPTED'
           and c.completed_on between ?::date and ?::date and ${countsOnce}
         offset 0
       ) c
     ), month as (
       select to_char(completed_on, 'YYYY-MM-01') as month, sum(quarters)::int as credits, count(*)::int as completions
       from earned group by 1 order by 1
     )
     select
       (select count(*)::int from licensee where in_force) as licensees,
       (select count(distinct licensee_id)::int from earned join licensee using (licensee_id) where in_force) as "licenseesWithCredit",
       (select coalesce(sum(quarters), 0)::int from earned) as credits,
       (select count(*)::int from earned) as completions,
       (select jsonb_agg(to_jsonb(m)) from month m) as months`,
    [boardCode, from, to],
  )
  if (!totals) throw new Error('The dashboard has no totals.')
  const { months, ...rest } = totals
  return { board, from, to, ...rest, byMonth: everyMonth(from, to, months ?? []) }
}
