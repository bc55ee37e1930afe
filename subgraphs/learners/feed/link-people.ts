import type { RecordTable } from './record-table.js'

const bornAlike = '(chunk.birth_month, chunk.birth_day) = (l.birth_month, l.birth_day)'
const namedAlike = `exists (
  select from learner_family_name n where n.learner_id = l.learner_id and n.family_key = chunk.family_key)`

/**
 * The statements that say of each row of a chunk whom it is about: the holder of the record, where anything goes together;
 * else whoever has the NPI, and with it the birthday or a family name; else the one holder of the state and number with
 * birthday and family name; else somebody new. An NPI that is somebody else's is left aside and becomes a suggestion.
 */
export const linkPeople = ({ table, number, sameNumber, sameType }: RecordTable): string[] => [
  `create temp table chunk on commit drop as
   select r.*, feed.as_of, record.held_by, record.old_hash, record.record_number as ${number},
     ${table === 'license_record' ? 'record.license_id,' : ''}
     null::uuid as learner_id, null::uuid as rival_id, null::int as anchor
   from feed_row r
   join feed using (feed_id)
   left join lateral (
     select learner_id as held_by, reported_hash as old_hash, ${number} as record_number
       ${table === 'license_record' ? ', license_id' : ''}
     from ${table} found join learner holder using (learner_id)
     where ${sameNumber} and ${sameType}
     order by status <> 'ACTIVE', ${number} <> r.number, learner_id limit 1
   ) record on true
   where r.line > $1 and r.line <= $2`,
  'create index on chunk (line)',
  'analyze chunk',
  `update chunk set learner_id = held_by from learner l
   where l.learner_id = held_by and held_by is not null
     and (action = 'END' or chunk.npi = l.npi or ${bornAlike} or (chunk.given_key = l.given_key and ${namedAlike}))`,
  `update chunk set learner_id = l.learner_id from learner l
   where chunk.learner_id is null and chunk.npi = l.npi and (${bornAlike} or ${namedAlike})`,
  `update chunk set rival_id = l.learner_id, npi = null from learner l
   where chunk.learner_id is null and chunk.npi = l.npi`,
  `update chunk set learner_id = found.learner_id
   from (
     select chunk.line, min(l.learner_id::text)::uuid as learner_id
     from chunk
     join license_record other on other.state = chunk.license_state and other.license_key = chunk.license_key
     join learner l on l.learner_id = other.learner_id and ${bornAlike} and ${namedAlike}
     where chunk.learner_id is null and (chunk.npi is null or l.npi is null or chunk.npi = l.npi)
     group by chunk.line having count(distinct l.learner_id) = 1
   ) found
   where found.line = chunk.line`,
  `update chunk set anchor = coalesce(first.line, chunk.line)
   from chunk me left join (select npi, min(line) as line from chunk where learner_id is null group by npi) first using (npi)
   where chunk.line = me.line and chunk.learner_id is null and chunk.action = 'UPSERT'`,
  `update chunk set anchor = chunk.line, npi = null
   from chunk l
   where l.line = chunk.anchor and l.line <> chunk.line and not (${bornAlike} or chunk.family_key = l.family_key)`,
  `update chunk set learner_id = fresh.learner_id
   from (select anchor, uuidv7() as learner_id from (select distinct anchor from chunk where anchor is not null) a) fresh
   where fresh.anchor = chunk.anchor`,
  `update chunk set rival_id = other.learner_id
   from feed_row told
   join chunk other on other.npi = told.npi
   where told.line = chunk.line and chunk.anchor = chunk.line and chunk.npi is null and chunk.rival_id is null
     and told.npi is not null and other.learner_id <> chunk.learner_id`,
]
