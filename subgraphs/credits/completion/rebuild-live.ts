import type { EntityManager } from '@mikro-orm/postgresql'
import { ledgerCredit } from './known-credit.js'

const keys = ['learner_id', 'part_id']
const facts = `completion_id, provider_id, activity_id, completed_on, kind, board_code, distinction, quarters, status, reason,
  reason_code, licensing_state, lines, follows_board, source, recorded_at`
const columns = `${keys.join(', ')}, ${facts}, asked_at`
const namesOf = (list: string) => list.split(',').map((name) => name.trim())

/**
 * Makes the projection what the ledger says: what is wrong in it is mended row by row, so that nobody hears of what was
 * right all along. Whoever records credit meanwhile waits. Answers how many rows were wrong.
 */
export async function rebuildLive(em: EntityManager): Promise<number> {
  return em.transactional(async (transaction) => {
    await transaction.execute('lock table live_credit in exclusive mode')
    await transaction.execute(
      `create temporary table truth on commit drop as
       select ${columns} from ${ledgerCredit(`'infinity'::timestamptz`)} as ledger`,
    )
    await transaction.execute('create unique index on truth (learner_id, part_id)')
    const gone = await transaction.execute<{ affectedRows: number }>(
      `delete from live_credit l
       where not exists (select from truth t where t.learner_id = l.learner_id and t.part_id = l.part_id)`,
      [],
      'run',
    )
    const mended = await transaction.execute<{ affectedRows: number }>(
      `insert into live_credit as l (${columns}) select ${columns} from truth
       on conflict (learner_id, part_id) do update set ${namesOf(facts)
         .map((name) => `${name} = excluded.${name}`)
         .join(', ')}
       where (${prefixed('l')}) is distinct from (${prefixed('excluded')})`,
      [],
      'run',
    )
    return gone.affectedRows + mended.affectedRows
  })
}

const prefixed = (alias: string) =>
  namesOf(facts)
    .map((name) => `${alias}.${name}`)
    .join(', ')
