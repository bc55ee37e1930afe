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

/** Entries (alias `c`) that a board counts, of a period; each of the two days stands for a value. */
const counted = `c.kind = 'CME' and c.status = 'ACCEPTED' and c.completed_on between ?::date and ?::date`
const byMonth = `date_trunc('month', c.completed_on)::date as month, sum(c.quarters)::int as credits, count(*)::int as completions`

/**
 * The dashboard of a licensing board, in one statement over its licensees. Each of them is found in an index that has all that is
 * added up, for no board has more than a small part of all credit; the offset keeps PostgreSQL from reading all of it
 * instead. Nearly nobody is merged, and only for those the entries are compared with one another.
 */
export async function boardDashboard(
  em: EntityManager,
  boardCode: string,
  from: string,
  to: string,
): Promise<Omit<BoardDashboard, 'asOf'>> {
  const board = boardByCode(boardCode)
  if (!board) throw new Error(`There is no board ${boardCode}.`)
  const [totals] = await executePrepared<Totals>(
    em,
    `with holder as materialized (
       select coalesce(survivor_id, learner_id) as licensee_id, bool_or(status = 'ACTIVE') as in_force
       from learner_license left join learner_merge using (learner_id)
       where board_code = ? group by 1
     ), licensee as materialized (
       select *, exists (select from learner_merge where survivor_id = licensee_id) as is_merged from holder
     ), earned as materialized (
       select licensee_id, in_force, own.*
       from licensee cross join lateral (
         select ${byMonth} from live_credit c where c.learner_id = licensee_id and ${counted} group by 1 offset 0
       ) own
       where not is_merged
       union all
       select licensee_id, in_force, ${byMonth}
       from licensee
       cross join lateral (
         select licensee_id as learner_id union all select learner_id from learner_merge where survivor_id = licensee_id
       ) person
       cross join lateral (
         select * from live_credit c where c.learner_id = person.learner_id and ${counted} and ${countsOnce} offset 0
       ) c
       where is_merged group by 1, 2, 3
     ), month as (
       select month, sum(credits)::int as credits, sum(completions)::int as completions from earned group by 1 order by 1
     )
     select
       (select count(*)::int from licensee where in_force) as licensees,
       (select count(*)::int from (select from earned where in_force group by licensee_id) someone) as "licenseesWithCredit",
       (select coalesce(sum(credits), 0)::int from month) as credits,
       (select coalesce(sum(completions), 0)::int from month) as completions,
       (select jsonb_agg(to_jsonb(m)) from month m) as months`,
    [boardCode, from, to, from, to],
  )
  if (!totals) throw new Error('The dashboard has no totals.')
  const { months, ...rest } = totals
  return { board, from, to, ...rest, byMonth: everyMonth(from, to, months ?? []) }
}
