import type pg from 'pg'

/** What a database was seeded with. */
export interface SeedMark {
  physicians: number
  providers: number
  activities: number
  completions: number
  seed: number
  /** The day to which all days are relative. */
  today: string
}

/** Whether a database is empty, holds a seed, or holds something else. */
export type Contents = 'EMPTY' | 'OTHER' | SeedMark

const prefix = 'Seeded with '

/** The mark goes onto a table in the transaction that writes the rows: it is there if, and only if, they all are. */
export async function writeMark(client: pg.Client, table: string, mark: SeedMark): Promise<void> {
  const comment = client.escapeLiteral(`${prefix}${JSON.stringify(mark)}`)
  await client.query(`comment on table ${client.escapeIdentifier(table)} is ${comment}`)
}

/** Looks what is in a database; `table` is where its mark would be. */
export async function readContents(client: pg.Client, table: string): Promise<Contents> {
  const { rows } = await client.query<{ comment: string | null }>(
    `select obj_description(to_regclass($1), 'pg_class') as comment`,
    [client.escapeIdentifier(table)],
  )
  const comment = rows[0]?.comment
  if (comment?.startsWith(prefix)) return JSON.parse(comment.slice(prefix.length)) as SeedMark
  return (await hasRows(client)) ? 'OTHER' : 'EMPTY'
}

async function hasRows(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and relname <> 'mikro_orm_migrations'`,
  )
  for (const { name } of rows) {
    const { rows: found } = await client.query(`select from ${name} limit 1`)
    if (found.length) return true
  }
  return false
}
