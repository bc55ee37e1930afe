import { Migration } from '@mikro-orm/migrations'

/**
 * What the public search reads of each activity, kept current by triggers whoever writes. Words lie in tables of
 * their own, so that the rows that a word leads to are short.
 */
export class Migration20261123020000ActivitySearch extends Migration {
  override up(): void {
    for (const extension of ['pg_trgm', 'fuzzystrmatch', 'unaccent'])
      this.addSql(`create extension if not exists ${extension}`)
    for (const [name, origin, stem] of [
      ['search_stemmed', 'english', 'english_stem'],
      ['search_plain', 'simple', 'simple'],
    ]) {
      this.addSql(`create text search configuration ${name} (copy = pg_catalog.${origin})`)
      this.addSql(`
        alter text search configuration ${name}
        alter mapping for hword, hword_part, word with unaccent, pg_catalog.${stem}`)
    }
    this.addSql(`
      create table activity_search (
        slot int primary key generated always as identity (minvalue 0 start 0),
        activity_id text not null unique,
        is_listed boolean not null,
        starts_on date not null,
        ends_on date not null,
        credit_quarters int not null,
        title_length int not null,
        tags text[] not null,
        changed xid8 not null
      )`)
    this.addSql('create index activity_search_changed on activity_search (changed)')
    // Postgres puts a value beside its row only when the row is long. The padding, which takes no room once compressed,
    // makes every row so: words lie elsewhere, and the slots of thousands of hits are read from few pages.
    this.addSql(`
      create table activity_words (
        activity_id text primary key,
        slot int not null,
        words tsvector not null,
        padding text not null default repeat(' ', 2100)
      ) with (toast_tuple_target = 128)`)
    this.addSql(
      'create table activity_title_words (activity_id text primary key, slot int not null, words tsvector not null)',
    )
    for (const table of ['activity_words', 'activity_title_words']) {
      this.addSql(`create index ${table}_slot on ${table} (slot)`)
      this.addSql(`create index ${table}_words on ${table} using gin (words) with (gin_pending_list_limit = 1024)`)
    }
    // Not unique: whoever meets a new word at the same time as somebody else must not have to wait for the other.
    this.addSql('create table search_word (word text not null)')
    this.addSql('create index search_word_word on search_word (word)')
    this.addSql('create index search_word_similar on search_word using gin (word gin_trgm_ops)')
    for (const statement of functions) this.addSql(statement)
    for (const statement of triggers) this.addSql(statement)
    this.addSql('select refresh_activity_search(array(select activity_id from activity))')
  }

  override down(): void {
    for (const [table, event] of watched) this.addSql(`drop trigger ${table}_search_${event} on ${table}`)
    this.addSql(`
      drop function refresh_activity_search, refresh_search_words, refresh_search_numbers, activity_search_touched,
        activity_search_changed, registration_search_touched, provider_search_renamed`)
    this.addSql('drop table search_word, activity_title_words, activity_words, activity_search')
    this.addSql('drop text search configuration search_plain')
    this.addSql('drop text search configuration search_stemmed')
  }
}

const watched = [
  ['activity', 'insert'],
  ['activity', 'update'],
  ['activity', 'delete'],
  ['moc_registration', 'insert'],
  ['moc_registration', 'update'],
  ['moc_registration', 'delete'],
  ['provider_organization', 'update'],
] as const

/** What is listed: active and displayed (P09); whether it has ended is a matter of the day on which one asks. */
const isListed = `a.status = 'ACTIVE' and a.display_in_passport and a.starts_on is not null and a.ends_on is not null`

/** Of 20,000 and of one activity, with indexes and without: each statement is planned for what it is to do. */
const plannedAnew = 'language plpgsql set plan_cache_mode = force_custom_plan'

const refreshNumbers = `
  create function refresh_search_numbers(ids text[]) returns void ${plannedAnew} as $$
  begin
    merge into activity_search s
    using (
      with registered as (
        select m.activity_id, array_agg(about.tag) as tags
        from moc_registration m
        cross join lateral (
          select 'BOARD:' || m.board_code
          union all
          select 'CREDIT_TYPE:' || m.board_code || '/' || type from unnest(m.credit_types) type
          union all
          select 'SPECIALTY:' || area from unnest(m.practice_areas) area
        ) about (tag)
        where m.activity_id in (select unnest(ids)) and m.status = 'ACTIVE'
        group by m.activity_id
      )
      select a.activity_id, a.starts_on, a.ends_on,
        greatest(a.credit_quarters, (select max((c ->> 'quarters')::int) from jsonb_array_elements(a.other_credits) c), 0)
          as credit_quarters,
        length(to_tsvector('search_plain', a.title)) as title_length,
        array(
          select distinct tag from unnest(
            array[
              'FORMAT:' || a.activity_format, 'STATE:' || a.state, 'FEE:' || a.fee, 'REGISTRATION:' || a.registration,
              'PROVIDER:' || a.provider_id, 'REMS:' || (a.rems ->> 'type'), case when a.is_mips then 'MIPS:YES' end,
              case when a.credit_quarters > 0 then 'CREDIT_CATEGORY:AMA_PRA_1' end
            ]
            || r.tags
            || array(select 'DELIVERY:' || method from unnest(a.delivery_methods) method)
            || array(select 'SPECIALTY:' || name from unnest(a.specialties) name)
            || array(select 'CREDIT_CATEGORY:' || (c ->> 'category') from jsonb_array_elements(a.other_credits) c)
            || array(select 'TOPIC:' || (t ->> 'domain') || ': ' || (t ->> 'topic')
                from jsonb_array_elements(a.state_content_tags) t)
          ) tag where tag is not null
        ) as tags
      from activity a
      left join registered r using (activity_id)
      where a.activity_id in (select unnest(ids)) and ${isListed}
    ) l on s.activity_id = l.activity_id
    when matched then update set
      is_listed = true, starts_on = l.starts_on, ends_on = l.ends_on, credit_quarters = l.credit_quarters,
      title_length = l.title_length, tags = l.tags, changed = pg_current_xact_id()
    when not matched then insert
      (activity_id, is_listed, starts_on, ends_on, credit_quarters, title_length, tags, changed)
      values (l.activity_id, true, l.starts_on, l.ends_on, l.credit_quarters, l.title_length, l.tags,
        pg_current_xact_id());

    update activity_search s set is_listed = false, changed = pg_current_xact_id()
    where s.is_listed and s.activity_id in (
      select unnest(ids) except select a.activity_id from activity a where a.activity_id in (select unnest(ids)) and ${isListed}
    );
  end $$`

// Stemmed for what is typed to its end, and as written for what is not yet.
const titleWords = `
  to_tsvector('search_stemmed', translate(a.title, E'\\uE000\\uE001', ''))
  || to_tsvector('search_plain', translate(a.title, E'\\uE000\\uE001', ''))`

const refreshWords = `
  create function refresh_search_words(ids text[]) returns void ${plannedAnew} as $$
  begin
    merge into activity_title_words w
    using (
      select s.activity_id, s.slot, ${titleWords} as words
      from activity_search s join activity a using (activity_id)
      where s.activity_id in (select unnest(ids)) and s.is_listed
      offset 0
    ) l on w.activity_id = l.activity_id
    when matched and w.words <> l.words then update set words = l.words
    when not matched then insert (activity_id, slot, words) values (l.activity_id, l.slot, l.words);

    merge into activity_words w
    using (
      select s.activity_id, s.slot, t.words || to_tsvector('search_stemmed', translate(
        concat_ws(', ', p.name, array_to_string(a.joint_providers, ', '), array_to_string(a.specialties, ', '), a.city,
          a.description), E'\\uE000\\uE001', '')) as words
      from activity_search s
      join activity_title_words t using (activity_id)
      join activity a using (activity_id)
      join provider_organization p using (provider_id)
      where s.activity_id in (select unnest(ids)) and s.is_listed
      offset 0
    ) l on w.activity_id = l.activity_id
    when matched and w.words <> l.words then update set words = l.words
    when not matched then insert (activity_id, slot, words) values (l.activity_id, l.slot, l.words);

    delete from activity_title_words where activity_id in (
      select activity_id from activity_search where activity_id in (select unnest(ids)) and not is_listed
    );
    delete from activity_words where activity_id in (
      select activity_id from activity_search where activity_id in (select unnest(ids)) and not is_listed
    );

    insert into search_word
    select distinct w.word from activity_search s
    join activity a using (activity_id)
    join provider_organization p using (provider_id)
    cross join lateral unnest(tsvector_to_array(to_tsvector('search_plain',
      concat_ws(', ', a.title, p.name, array_to_string(a.specialties, ', '))))) as w (word)
    where s.activity_id in (select unnest(ids)) and s.is_listed and length(w.word) between 4 and 40
      and not exists (select from search_word known where known.word = w.word);
  end $$`

const functions = [
  refreshNumbers,
  refreshWords,
  `create function refresh_activity_search(ids text[]) returns void language plpgsql as $$
  begin
    perform refresh_search_numbers(ids);
    perform refresh_search_words(ids);
  end $$`,
  `create function activity_search_touched() returns trigger language plpgsql as $$
  begin
    perform refresh_activity_search(array(select activity_id from changed));
    return null;
  end $$`,
  // Counting learners or asking for money changes nothing that anybody searches.
  `create function activity_search_changed() returns trigger language plpgsql as $$
  declare
    ids text[] := array(
      select new_row.activity_id from changed new_row join former old_row using (activity_id)
      where (old_row.status, old_row.display_in_passport, old_row.title, old_row.description, old_row.activity_format,
          old_row.delivery_methods, old_row.starts_on, old_row.ends_on, old_row.city, old_row.state,
          old_row.joint_providers, old_row.credit_quarters, old_row.other_credits, old_row.specialties, old_row.is_mips,
          old_row.rems, old_row.state_content_tags, old_row.fee, old_row.registration, old_row.provider_id)
        is distinct from
          (new_row.status, new_row.display_in_passport, new_row.title, new_row.description, new_row.activity_format,
          new_row.delivery_methods, new_row.starts_on, new_row.ends_on, new_row.city, new_row.state,
          new_row.joint_providers, new_row.credit_quarters, new_row.other_credits, new_row.specialties, new_row.is_mips,
          new_row.rems, new_row.state_content_tags, new_row.fee, new_row.registration, new_row.provider_id)
    );
  begin
    if cardinality(ids) > 0 then perform refresh_activity_search(ids); end if;
    return null;
  end $$`,
  // Two who change registrations of one activity at once must not overwrite each other's tags.
  `create function registration_search_touched() returns trigger language plpgsql as $$
  declare
    ids text[] := array(select distinct activity_id from changed);
  begin
    perform from activity where activity_id in (select unnest(ids)) order by activity_id for no key update;
    perform refresh_search_numbers(ids);
    return null;
  end $$`,
  `create function provider_search_renamed() returns trigger language plpgsql as $$
  begin
    perform refresh_activity_search(array(
      select activity_id from activity where provider_id in (
        select new_row.provider_id from changed new_row join former old_row using (provider_id)
        where old_row.name <> new_row.name
      )));
    return null;
  end $$`,
]

const tablesOf = {
  insert: 'new table as changed',
  update: 'old table as former new table as changed',
  delete: 'old table as changed',
}

const functionOf = (table: string, event: string) => {
  if (table === 'moc_registration') return 'registration_search_touched'
  if (table === 'provider_organization') return 'provider_search_renamed'
  return event === 'update' ? 'activity_search_changed' : 'activity_search_touched'
}

const triggers = watched.map(
  ([table, event]) => `
    create trigger ${table}_search_${event} after ${event} on ${table}
    referencing ${tablesOf[event]} for each statement execute function ${functionOf(table, event)}()`,
)
