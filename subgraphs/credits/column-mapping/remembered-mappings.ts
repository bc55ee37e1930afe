import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ColumnMapping } from './column-mapping.js'
import { fingerprintOf, headerNames } from './header-fingerprint.js'
import type { Remembered } from './propose-mapping.js'

/** Kinds of files of one provider that are remembered; the longest unused are forgotten. */
export const mostRemembered = 200

/** What is remembered of files with the same headers, and who said it when. */
export interface RememberedMapping extends Remembered {
  mappingId: string
  saidBy: string
  saidAt: Date
}

interface MappingRecord extends Omit<RememberedMapping, 'saidAt'> {
  saidAt: string
}

const selected = `select mapping_id as "mappingId", columns, day_order as "dayOrder", every_row as "everyRow",
  said_by_name as "saidBy", said_at as "saidAt" from column_mapping`

/** What a provider said of files with these headers; undefined where it has not. */
export async function findRemembered(
  em: EntityManager,
  providerId: string,
  headers: readonly string[],
): Promise<RememberedMapping | undefined> {
  const [found] = await executeBound<MappingRecord>(em, `${selected} where provider_id = $1 and fingerprint = $2`, [
    providerId,
    fingerprintOf(headers),
  ])
  return found && toMapping(found)
}

/** Everything a provider said of its files, the newest first. */
export async function listRemembered(em: EntityManager, providerId: string): Promise<RememberedMapping[]> {
  const order = `order by said_at desc, mapping_id limit ${mostRemembered}`
  return (await executeBound<MappingRecord>(em, `${selected} where provider_id = $1 ${order}`, [providerId])).map(
    toMapping,
  )
}

const toMapping = ({ saidAt, ...rest }: MappingRecord): RememberedMapping => ({ ...rest, saidAt: new Date(saidAt) })

/** Who says what a file is. */
export interface SaidBy {
  mappingId: string
  providerId: string
  accountId: string
  displayName: string
  at: Date
}

/**
 * Remembers how a file is read for those to come with the same headers. Of what stands in every row only the action is
 * kept: activity, day and amount are of one file.
 */
export async function rememberMapping(em: EntityManager, mapping: ColumnMapping, by: SaidBy): Promise<void> {
  const headers = mapping.columns.map(({ header }) => header)
  const names = headerNames(headers)
  const columns = mapping.columns.map(({ key }, i) => ({ ...names[i], key }))
  const { recordAction } = mapping.everyRow
  await executeBound(
    em,
    `insert into column_mapping (mapping_id, provider_id, fingerprint, columns, day_order, every_row, said_by,
       said_by_name, said_at)
     values ($1::uuid, $2, $3, $4::jsonb, $5, $6::jsonb, $7, $8, $9::timestamptz)
     on conflict (provider_id, fingerprint) do update set columns = excluded.columns, day_order = excluded.day_order,
       every_row = excluded.every_row, said_by = excluded.said_by, said_by_name = excluded.said_by_name,
       said_at = excluded.said_at`,
    [
      by.mappingId,
      by.providerId,
      fingerprintOf(headers),
      JSON.stringify(columns),
      mapping.dayOrder,
      JSON.stringify(recordAction ? { recordAction } : {}),
      by.accountId,
      by.displayName,
      by.at.toISOString(),
    ],
  )
  await executeBound(
    em,
    `delete from column_mapping where provider_id = $1 and mapping_id in (
       select mapping_id from column_mapping where provider_id = $1
       order by said_at desc, mapping_id offset ${mostRemembered})`,
    [by.providerId],
  )
}

/** Forgets what was said of one kind of file; false where there is nothing to forget. */
export async function forgetRemembered(em: EntityManager, providerId: string, mappingId: string): Promise<boolean> {
  const gone = await executeBound(
    em,
    'delete from column_mapping where provider_id = $1 and mapping_id = $2::uuid returning mapping_id',
    [providerId, mappingId],
  )
  return gone.length > 0
}
