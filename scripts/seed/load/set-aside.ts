import type pg from 'pg'

interface Definition {
  drop: string
  create: string
}

/**
 * Takes keys, indexes and checks of whole statements away from all tables for the length of a bulk load, which is many times faster
 * than keeping them current row by row, and answers the statements that bring back exactly what was there.
 */
export async function setIndexesAside(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Definition>(definitionsSql)
  for (const { drop } of rows) await client.query(drop)
  return rows.map(({ create }) => create).reverse()
}

// Checks and references go before the keys they lean on. What a partition has from its table goes and comes with it. A check of
// whole statements is a trigger that refuses; others fill tables, and stay.
const definitionsSql = `
  with table_of_ours as (
    select oid from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  ), definition as (
    select 0 as rank, tgname as name, format('drop trigger %I on %s', tgname, tgrelid::regclass) as drop,
      pg_get_triggerdef(oid) as create
    from pg_trigger
    where not tgisinternal and tgparentid = 0 and tgnewtable is not null and tgrelid in (select oid from table_of_ours)
      and (select starts_with(proname, 'refuse_') from pg_proc where pg_proc.oid = tgfoid)
    union all
    select case contype when 'f' then 1 else 2 end, conname,
      format('alter table %s drop constraint %I', conrelid::regclass, conname),
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint
    where contype in ('f', 'p', 'u') and conparentid = 0 and conrelid in (select oid from table_of_ours)
    union all
    select 3, index.indexrelid::regclass::text,
      format('drop index %s', index.indexrelid::regclass),
      replace(pg_get_indexdef(index.indexrelid), ' ON ONLY ', ' ON ')
    from pg_index index
    where index.indrelid in (select oid from table_of_ours)
      and not exists (select from pg_constraint where conindid = index.indexrelid and contype in ('p', 'u'))
      and not exists (select from pg_inherits where inhrelid = index.indexrelid)
  )
  select drop, "create" from definition order by rank, name`
