/** What is known of a person, in the order in which old and new are compared. */
const told = ['given_name', 'middle_name', 'family_name', 'suffix', 'degree', 'birth_month', 'birth_day', 'npi']

const columnsOf = (alias: string) => told.map((column) => `${alias}.${column}`).join(', ')

const names = `jsonb_to_recordset(family_names) as name ("familyKey" text, kind text, name text)`

/**
 * The statements that bring people up to a chunk: new ones are added, and what a board says of one of its own people
 * otherwise than before replaces what was on file, which goes into history. Another board’s spelling of a family name is
 * kept as an alias and replaces nothing. A name once borne stays one to be found by.
 */
export const changePeople: Record<'added' | 'changed' | 'rest', string[]> = {
  added: [
    'create temp table touched (learner_id uuid not null) on commit drop',
    `with fresh as (
       insert into learner (learner_id, ${told.join(', ')}, given_key, middle_key, feed_id)
       select learner_id, ${told.join(', ')}, given_key, middle_key, feed_id from chunk where anchor = line
       returning learner_id
     )
     insert into touched select learner_id from fresh`,
  ],
  changed: [
    `create temp table renewed on commit drop as
     with said as (
       select distinct on (learner_id) * from chunk
       where action = 'UPSERT' and learner_id = held_by and reported_hash is distinct from old_hash
       order by learner_id, line desc
     ), next as (
       select s.learner_id, s.given_name, coalesce(s.middle_name, l.middle_name) as middle_name, s.family_name,
         coalesce(s.suffix, l.suffix) as suffix, s.degree, s.birth_month, s.birth_day,
         case
           when s.npi is null
             or exists (select from learner other where other.npi = s.npi and other.learner_id <> s.learner_id)
             or exists (select from said other where other.npi = s.npi and other.learner_id < s.learner_id)
           then l.npi else s.npi
         end as npi,
         s.given_key, coalesce(s.middle_key, l.middle_key) as middle_key, s.family_key, s.family_names, s.as_of, s.feed_id
       from said s join learner l using (learner_id)
     )
     select next.* from next join learner l using (learner_id)
     where (${columnsOf('next')}) is distinct from (${columnsOf('l')})`,
    `insert into learner_history (learner_id, ${told.join(', ')}, valid_from, valid_to, feed_id)
     select l.learner_id, ${columnsOf('l')}, l.valid_from, renewed.as_of, l.feed_id
     from learner l join renewed using (learner_id)`,
    `create temp table old_name on commit drop as
     select name.* from learner_family_name name join renewed using (learner_id)`,
    'delete from learner_family_name name using renewed where name.learner_id = renewed.learner_id',
    `insert into learner_family_name (learner_id, family_key, kind, name, birth_month, birth_day)
     select distinct on (learner_id, family_key, kind) learner_id, family_key, kind, name, birth_month, birth_day
     from (
       select learner_id, name."familyKey" as family_key, name.kind, name.name, birth_month, birth_day, 1 as rank
       from renewed cross join lateral ${names}
       union all
       select learner_id, o.family_key, 'FORMER', o.name, r.birth_month, r.birth_day, 2
       from old_name o join renewed r using (learner_id)
       where o.kind <> 'PART' and o.family_key <> r.family_key
     ) name
     order by learner_id, family_key, kind, rank`,
    `with changed as (
       update learner l set ${told.map((column) => `${column} = renewed.${column}`).join(', ')},
         given_key = renewed.given_key, middle_key = renewed.middle_key, valid_from = renewed.as_of, feed_id = renewed.feed_id
       from renewed where renewed.learner_id = l.learner_id
       returning l.learner_id
     )
     insert into touched select learner_id from changed`,
  ],
  rest: [
    `insert into learner_family_name (learner_id, family_key, kind, name, birth_month, birth_day)
     select learner_id, name."familyKey", name.kind, name.name, birth_month, birth_day
     from chunk cross join lateral ${names}
     where anchor = line`,
    `with added as (
       insert into learner_family_name (learner_id, family_key, kind, name, birth_month, birth_day)
       select distinct on (l.learner_id, name."familyKey")
         l.learner_id, name."familyKey", 'FORMER', name.name, l.birth_month, l.birth_day
       from chunk join learner l using (learner_id) cross join lateral ${names}
       where chunk.action = 'UPSERT' and anchor is distinct from line and reported_hash is distinct from old_hash
         and name.kind <> 'PART'
         and not exists (
           select from learner_family_name known
           where known.learner_id = l.learner_id and known.family_key = name."familyKey"
         )
       order by l.learner_id, name."familyKey", line
       returning learner_id
     )
     insert into touched select learner_id from added`,
    `with filled as (
       update learner l set npi = told.npi
       from (select learner_id, min(npi) as npi from chunk where action = 'UPSERT' group by 1 having count(distinct npi) = 1) told
       where told.learner_id = l.learner_id and l.npi is null
         and not exists (select from learner other where other.npi = told.npi)
         and not exists (select from chunk other where other.npi = told.npi and other.learner_id <> l.learner_id)
       returning l.learner_id
     )
     insert into touched select learner_id from filled`,
  ],
}
