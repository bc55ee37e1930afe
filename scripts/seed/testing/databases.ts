import pg from 'pg'
import { type FreshDatabase, freshDatabases } from '../../../test/setup/postgres.js'
import { type SeededPart, seededParts } from '../load/part-seed.js'
import type { Scale } from '../scale.js'

/** Small enough for a test, and large enough that everything comes up. */
export const tiny: Scale = { physicians: 1_200, providers: 14, activities: 400, completions: 9_000 }

/** The four databases of a platform that nobody else has. */
export class TestDatabases {
  private constructor(private readonly databases: Record<SeededPart, FreshDatabase>) {}

  static async open(): Promise<TestDatabases> {
    return new TestDatabases(await freshDatabases(seededParts))
  }

  get urls(): Record<SeededPart, string> {
    const { providers, learners, credits, gateway } = this.databases
    return { providers: providers.url, learners: learners.url, credits: credits.url, gateway: gateway.url }
  }

  async rows<Row extends pg.QueryResultRow>(part: SeededPart, sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.urls[part] })
    await client.connect()
    try {
      return (await client.query<Row>(sql, values)).rows
    } finally {
      await client.end()
    }
  }

  /** One number. */
  async count(part: SeededPart, sql: string): Promise<number> {
    const [row] = await this.rows<{ count: string }>(part, `select count(*) from (${sql}) found`)
    return Number(row?.count)
  }

  /** What all rows of all tables come down to, without the columns that tell when they were written. */
  async digest(): Promise<Record<string, string>> {
    const digests: Record<string, string> = {}
    for (const part of seededParts) {
      const tables = await this.rows<{ name: string }>(part, tablesSql)
      for (const { name } of tables) {
        const [row] = await this.rows<{ digest: string }>(
          part,
          `select count(*) || ' ' || md5(coalesce(string_agg(line, E'\\n' order by line collate "C"), '')) as digest
           from (select (to_jsonb(t) - '{updated_at,changed}'::text[]${drawnOf(name)})::text as line from ${name} t) lines`,
        )
        digests[`${part}.${name}`] = row?.digest ?? ''
      }
    }
    return digests
  }

  /** Keys and indexes of all tables, and what holds changes off. */
  async definitions(part: SeededPart): Promise<string[]> {
    const rows = await this.rows<{ definition: string }>(part, definitionsSql)
    return rows.map(({ definition }) => definition)
  }

  async drop(): Promise<void> {
    await Promise.all(seededParts.map((part) => this.databases[part].drop()))
  }
}

/** What the database draws for each event as it is told. */
const drawnOf = (table: string) => (table === 'outbox_event' ? ` - '{id,timestamp,transaction_id}'::text[]` : '')

/** When something was changed last is no part of what is seeded. */
const tablesSql = `
  select oid::regclass::text as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    and relname not in ('mikro_orm_migrations', 'public_change')
  order by 1`

const definitionsSql = `
  select definition from (
    select indexdef as definition from pg_indexes where schemaname = 'public'
    union all
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
    from pg_constraint where connamespace = 'public'::regnamespace
    union all
    select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  ) definitions order by definition collate "C"`
