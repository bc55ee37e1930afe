import { statuses } from './feed-layout.js'
import type { RecordKind } from './feed-scope.js'
import { recordTables } from './record-table.js'

/** The statements that bring the records of a chunk up to it; what they said before goes into history. */
export function changeRecords(kind: RecordKind): Record<'changed' | 'ended' | 'added' | 'rest', string[]> {
  const spec = recordTables[kind]
  const { table, number, key, told, isRecord, added } = spec
  const columns = [...told, number, 'learner_id']
  return {
    changed: change(kind, {
      from: `chunk join ${table} record on ${isRecord}`,
      where: `chunk.action = 'UPSERT'`,
      values: {
        ...Object.fromEntries(told.map((column) => [column, `chunk.${column}`])),
        [number]: 'chunk.number',
        learner_id: 'chunk.learner_id',
      },
      columns,
    }),
    ended: change(kind, {
      from: `chunk join ${table} record on ${isRecord}`,
      where: `chunk.action = 'END'`,
      values: endedValues(kind, 'coalesce(chunk.effective_to, least(record.effective_to, chunk.as_of))'),
      columns: told,
    }),
    added: [
      `with fresh as (
         insert into ${table} (${[...Object.keys(added), 'learner_id', 'board_code', number, key, ...told].join(', ')}, feed_id, reported_hash)
         select ${[...Object.values(added), 'learner_id', 'board_code', 'number', 'number_key', ...told].join(', ')}, feed_id, reported_hash
         from chunk where action = 'UPSERT' and held_by is null
         returning learner_id
       )
       insert into touched select learner_id from fresh`,
    ],
    rest: [
      `update ${table} record set reported_hash = chunk.reported_hash from chunk
       where ${isRecord} and chunk.action = 'UPSERT' and record.reported_hash is distinct from chunk.reported_hash`,
    ],
  }
}

/**
 * The statements that end what a full file no longer lists, at most so many at a time: the day before the file is the last
 * on which it was true.
 */
export function endMissing(kind: RecordKind): string[] {
  const { table, told, sameNumber, sameType } = recordTables[kind]
  return [
    'create temp table touched (learner_id uuid not null) on commit drop',
    ...change(kind, {
      from: `(
        select found.*, feed.as_of, feed.feed_id as told_by
        from ${table} found join learner holder using (learner_id) join feed on feed.feed_id = $1
        where found.board_code = any($2) and found.status = 'ACTIVE'
          and not exists (
            select from feed_row r
            where ${sameNumber} and ${sameType}
          )
        limit $3
      ) record`,
      where: 'true',
      values: endedValues(kind, 'least(record.effective_to, record.as_of)'),
      columns: told,
      source: { asOf: 'record.as_of', feedId: 'record.told_by', hash: 'null::text' },
    }),
  ]
}

function endedValues(kind: RecordKind, lastDay: string): Record<string, string> {
  const ended = `case when record.status = 'ACTIVE' then '${statuses[kind].ended}' else record.status end`
  return kind === 'LICENSING'
    ? { status: ended, effective_from: 'record.effective_from', effective_to: lastDay }
    : { status: ended }
}

interface Change {
  from: string
  where: string
  /** What each column becomes. */
  values: Readonly<Record<string, string>>
  columns: readonly string[]
  source?: { asOf: string; feedId: string; hash: string }
}

const fromChunk = { asOf: 'chunk.as_of', feedId: 'chunk.feed_id', hash: 'chunk.reported_hash' }

function change(kind: RecordKind, { from, where, values, columns, source = fromChunk }: Change): string[] {
  const { table, history, kept } = recordTables[kind]
  const id = kind === 'LICENSING' ? ['license_id'] : ['board_code', 'board_id']
  const isSame = id.map((column) => `record.${column} = next.old_${column}`).join(' and ')
  const next = columns.map((column) => `${values[column]} as ${column}`)
  const old = columns.map((column) => `record.${column}`)
  return [
    'drop table if exists next',
    `create temp table next on commit drop as
     select ${id.map((column) => `record.${column} as old_${column}`).join(', ')}, record.learner_id as old_holder,
       ${next.join(', ')}, ${source.asOf} as as_of, ${source.feedId} as feed_id, ${source.hash} as hash
     from ${from}
     where ${where} and (${columns.map((column) => values[column]).join(', ')}) is distinct from (${old.join(', ')})`,
    `insert into ${history} (${kept.join(', ')}, valid_from, valid_to, feed_id)
     select ${kept.map((column) => `record.${column}`).join(', ')}, record.valid_from, next.as_of, record.feed_id
     from ${table} record join next on ${isSame}`,
    `insert into touched select old_holder from next ${columns.includes('learner_id') ? 'union all select learner_id from next' : ''}`,
    `update ${table} record set ${columns.map((column) => `${column} = next.${column}`).join(', ')},
       valid_from = next.as_of, feed_id = next.feed_id, reported_hash = coalesce(next.hash, record.reported_hash)
     from next where ${isSame}`,
  ]
}
