import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EntityManager } from '@mikro-orm/postgresql'
import { stringify } from 'csv-stringify/sync'
import type { FeedColumn } from '../feed-layout.js'

export type FeedLine = Partial<Record<FeedColumn, string>>

/** Robert Smith with a license of Maine; what a test does not care about is filled in. */
export const aLicensee = (changes: FeedLine = {}): FeedLine => ({
  number: 'MD23456',
  status: 'ACTIVE',
  effective_from: '2015-01-01',
  effective_to: '2027-12-31',
  npi: '',
  given_name: 'Robert',
  family_name: 'Smith',
  degree: 'MD',
  birth_month: '9',
  birth_day: '10',
  ...changes,
})

/** The same Robert Smith, certified. */
export const aDiplomate = (changes: FeedLine = {}): FeedLine => {
  const { effective_from, effective_to, ...person } = aLicensee()
  return { ...person, number: '219876', ...changes }
}

/** A folder for files of boards. */
export class FeedFolder {
  private files = 0
  private constructor(private readonly path: string) {}

  static async make(): Promise<FeedFolder> {
    return new FeedFolder(await mkdtemp(join(tmpdir(), 'creditgraph-feed-')))
  }

  /** Writes lines with a header of every column that one of them has; answers the path. */
  write(...lines: readonly FeedLine[]): Promise<string> {
    const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))]
    return this.writeText(stringify([...lines], { header: true, columns }))
  }

  async writeText(text: string | Buffer): Promise<string> {
    this.files += 1
    const path = join(this.path, `${this.files}.csv`)
    await writeFile(path, text)
    return path
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true })
  }
}

const tables = [
  'learner',
  'learner_family_name',
  'license_record',
  'diplomate_record',
  'learner_history',
  'license_history',
  'diplomate_history',
  'merge_proposal',
  'merge_decision',
  'outbox_event',
]

/** Takes everything out again, the decisions on merges too, which nobody but a test can. */
export async function emptyRegistry(em: EntityManager): Promise<void> {
  await em.execute('alter table merge_decision disable trigger user')
  await em.execute(`truncate ${tables.join(', ')}, feed, feed_row cascade`)
  await em.execute('alter table merge_decision enable trigger user')
}

/** Everything that a feed may change, to the last column, and what others are told. */
export async function wholeRegistry(em: EntityManager): Promise<string[]> {
  const parts = tables.map((table) => `select '${table} ' || to_jsonb(t)::text as line from ${table} t`)
  const rows = await em.execute<{ line: string }[]>(`${parts.join(' union all ')} order by 1`)
  return rows.map(({ line }) => line)
}

/** What two registries have in common when the same files made them: everything but ids and instants. */
export async function registryFacts(em: EntityManager): Promise<string[]> {
  const rows = await em.execute<object[]>(`
    select l.given_name, l.middle_name, l.family_name, l.suffix, l.degree, l.birth_month, l.birth_day, l.npi, l.valid_from,
      (select json_agg(json_build_array(kind, family_key, birth_month, birth_day) order by kind, family_key)
       from learner_family_name n where n.learner_id = l.learner_id) as names,
      (select json_agg(to_jsonb(r) - 'license_id' - 'learner_id' - 'feed_id' order by board_code, license_number)
       from license_record r where r.learner_id = l.learner_id) as licenses,
      (select json_agg(to_jsonb(h) - 'license_id' - 'learner_id' - 'feed_id' - 'position' order by position)
       from license_history h where h.learner_id = l.learner_id) as license_history,
      (select count(*)::int from outbox_event e where e.aggregateid = l.learner_id::text) as events
    from learner l`)
  return rows.map((row) => JSON.stringify(row)).sort()
}
