import type pg from 'pg'
import { SetupProblem } from '../../../subgraphs/shared/postgres/setup-problem.js'

/** Refuses to go on while anybody else has the database open. */
export async function refuseCompany(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' limit 1`,
  )
  if (rows.length)
    throw new SetupProblem('CreditGraph is running on these databases. Stop it, then run the seed again.')
}

/** Takes everything out of the database of a part, its tables included: the ledger lets nothing less be taken out. */
export async function startOver(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`,
  )
  await client.query('begin')
  for (const { name } of rows) await client.query(`drop schema ${name} cascade`)
  await client.query('create schema public')
  await client.query('commit')
}
