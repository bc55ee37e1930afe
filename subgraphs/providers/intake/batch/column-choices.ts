import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { ColumnKey } from '../column/column.js'
import { parseColumnKey } from '../column/columns.js'
import type { Choices } from '../column/match-columns.js'

/** Headers of one provider that are remembered; the oldest are forgotten. */
const remembered = 1_000

/** What a provider decided about headers before. */
export async function readChoices(em: EntityManager, providerId: string): Promise<Choices> {
  const rows = await executeBound<{ header: string; columnKey: string | null }>(
    em,
    `select header, column_key as "columnKey" from activity_column_choice
     where provider_id = $1 order by chosen_at desc limit ${remembered}`,
    [providerId],
  )
  return new Map(rows.map(({ header, columnKey }) => [header, parseColumnKey(columnKey ?? '') ?? null]))
}

/** Remembers what a provider decides about headers, in their normal form, for this file and those to come. */
export async function rememberChoices(
  em: EntityManager,
  providerId: string,
  choices: ReadonlyMap<string, ColumnKey | null>,
  now: Date,
): Promise<void> {
  if (choices.size === 0) return
  const chosen = [...choices].map(([header, columnKey]) => ({ header, columnKey }))
  await executeBound(
    em,
    `insert into activity_column_choice (provider_id, header, column_key, chosen_at)
     select $1, header, "columnKey", $3::timestamptz
     from jsonb_to_recordset($2::jsonb) as given (header text, "columnKey" text)
     on conflict (provider_id, header) do update set column_key = excluded.column_key, chosen_at = excluded.chosen_at`,
    [providerId, JSON.stringify(chosen), now.toISOString()],
  )
  await executeBound(
    em,
    `delete from activity_column_choice where provider_id = $1 and header in (
       select header from activity_column_choice where provider_id = $1 order by chosen_at desc offset ${remembered})`,
    [providerId],
  )
}
