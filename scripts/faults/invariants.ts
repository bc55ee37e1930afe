import { inSession } from '../seed/load/session.js'

/** Something that must hold however often parts of the platform are killed: rows that the statement finds break it. */
interface Invariant {
  name: string
  sql: string
}

const live = `status in ('PENDING', 'ACCEPTED')`

/** What must hold for the whole ledger and for every batch; `broken` says what is wrong, in words. */
const invariants: readonly Invariant[] = [
  {
    name: 'I-1 every row of a batch has exactly one outcome, and the counts add up',
    sql: `select 'batch ' || batch_id || ': ' || total_rows || ' rows, ' || count(r.row_number) || ' outcomes' as broken
      from batch b left join batch_row r using (batch_id) where state = 'DONE'
      group by batch_id having count(r.row_number) <> total_rows or total_rows <> applied_rows
        or count(*) filter (where outcome = 'ACCEPTED') <> accepted or count(*) filter (where outcome = 'REJECTED') <> rejected
        or count(*) filter (where outcome = 'DUPLICATE') <> duplicate`,
  },
  {
    name: 'I-2 every accepted row that adds credit has exactly one entry, and every entry of a file one such row',
    sql: `select 'row ' || coalesce(r.row_number, c.row_number) || ' of ' || coalesce(r.batch_id, c.batch_id) as broken
      from (select batch_id, row_number from batch_row join batch using (batch_id)
            where outcome = 'ACCEPTED' and lower(cells #>> '{recordAction,text}') = 'add' and not dry_run) r
      full join (select batch_id, row_number, count(*) as entries from completion
                 where batch_id is not null and version = 1 group by 1, 2) c using (batch_id, row_number)
      where c.entries is distinct from 1 or r.row_number is null`,
  },
  {
    name: 'I-3 no two live parts share their natural key',
    sql: `select learner_id || ' ' || activity_id as broken from live_credit where ${live}
      group by learner_id, activity_id, completed_on, kind, board_code, distinction having count(*) > 1`,
  },
  {
    name: 'I-5 every version supersedes another one that nothing else supersedes',
    sql: `select 'completion ' || supersedes as broken from completion where supersedes is not null
      group by learner_id, supersedes having count(*) > 1`,
  },
  {
    name: 'I-5 every decision follows the one before it',
    sql: `select 'part ' || part_id as broken from part_decision group by learner_id, part_id having max(sequence) <> count(*)`,
  },
]

/** What does not hold in a credits database, in sentences. */
export function brokenInvariants(creditsUrl: string): Promise<string[]> {
  return inSession(creditsUrl, async (client) => {
    const broken: string[] = []
    for (const { name, sql } of invariants) {
      const { rows } = await client.query<{ broken: string }>(`select broken from (${sql}) as found limit 3`)
      broken.push(...rows.map((row) => `${name}: ${row.broken}`))
    }
    return broken
  })
}

/** How many entries the ledger holds. */
export const countEntries = (creditsUrl: string): Promise<number> =>
  inSession(creditsUrl, async (client) => {
    const { rows } = await client.query<{ entries: string }>('select count(*) as entries from completion')
    return Number(rows[0]?.entries)
  })
