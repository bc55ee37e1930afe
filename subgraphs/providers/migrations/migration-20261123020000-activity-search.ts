import { Migration } from '@mikro-orm/migrations'
import { searchFunctions } from './activity-search-functions.js'

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
    for (const statement of searchFunctions) this.addSql(statement)
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
