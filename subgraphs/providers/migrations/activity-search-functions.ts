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

/** The functions that keep the search current, in the order in which they need each other. */
export const searchFunctions = [
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
