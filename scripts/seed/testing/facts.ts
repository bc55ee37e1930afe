import type { TestDatabases } from './databases.js'

const sources = {
  activity: ['providers', 'activity'],
  registration: ['providers', 'moc_registration'],
  license: ['learners', 'license_record'],
  diplomate: ['learners', 'diplomate_record'],
} as const

/** Puts copies of what the owners know beside the ledger, as tables `facts.…`, so that one statement sees both. */
export async function bringFactsTogether(platform: TestDatabases): Promise<void> {
  await platform.rows('credits', 'create schema facts')
  for (const [name, [part, table]] of Object.entries(sources)) {
    const [columns] = await platform.rows<{ list: string }>(part, columnsSql, [table])
    const [all] = await platform.rows<{ rows: string }>(part, `select jsonb_agg(t)::text as rows from ${table} t`)
    await platform.rows('credits', `create table facts.${name} (${columns?.list})`)
    await platform.rows(
      'credits',
      `insert into facts.${name} select * from jsonb_populate_recordset(null::facts.${name}, $1::jsonb)`,
      [all?.rows],
    )
  }
}

const columnsSql = `
  select string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' order by attnum) as list
  from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`
