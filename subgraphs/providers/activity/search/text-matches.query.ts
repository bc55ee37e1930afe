import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import { type SearchText, wordsOf } from './search-text.js'

/** The question of two parts, `$1` and `$2`, as Postgres puts it; a last word that is none yet is the beginning of one. */
export const querySql = `
  websearch_to_tsquery('search_stemmed', $1) && (
    websearch_to_tsquery('search_stemmed', $2)
    || case when $2 = '' or exists (select from search_word where word = unaccent(lower($2))) then ''::tsquery
        else to_tsquery('search_plain', $2 || ':*') end
  )`

/** Where a text is found. */
export interface TextMatches {
  slots: Int32Array
  inTitle: Int32Array
}

/** The slots in whose words a text is found, of all or of some; undefined for a text of stop words only. */
export async function findText(
  em: EntityManager,
  { web, typed }: SearchText,
  among?: readonly number[],
): Promise<TextMatches | undefined> {
  const [statement, values] = among ? [amongSql, [web, typed, among]] : [everywhereSql, [web, typed]]
  const [row] = await executeBound<{ isEmpty: boolean; slots: Buffer; inTitle: Buffer }>(em, statement, values)
  if (!row || row.isEmpty) return undefined
  return { slots: readIntegers(row.slots), inTitle: readIntegers(row.inTitle) }
}

// The planner is not to see the question: guessing that a common word needs no index, it would unpack the words of every
// activity one by one.
const matchesSql = (condition: string) => `
  with question as materialized (select ${querySql} as query)
  select numnode(query) = 0 as "isEmpty",
    array_send(array(select slot from activity_words where ${condition})) as slots,
    array_send(array(select slot from activity_title_words where ${condition})) as "inTitle"
  from question`

const everywhereSql = matchesSql('words @@ (select query from question)')
const amongSql = matchesSql('slot = any($3) and words @@ (select query from question)')

const headerBytes = 20
const emptyHeaderBytes = 12
const itemBytes = 8

/** Reads an array of integers as Postgres sends it in binary: a header, then each with its length before it. */
function readIntegers(bytes: Buffer): Int32Array {
  if (bytes.length <= emptyHeaderBytes) return new Int32Array()
  const integers = new Int32Array((bytes.length - headerBytes) / itemBytes)
  for (let index = 0; index < integers.length; index += 1)
    integers[index] = bytes.readInt32BE(headerBytes + index * itemBytes + 4)
  return integers
}

/** For each word of a text that no activity has, the most similar one that some activity has. */
export async function findSpelling(em: EntityManager, text: SearchText): Promise<Map<string, string>> {
  const rows = await executeBound<{ typed: string; word: string }>(em, spellingSql, [wordsOf(text)])
  return new Map(rows.map(({ typed, word }) => [typed, word]))
}

// Words in use come from titles and names. Letters that changed places leave few trigrams in common, so that a short way
// from one spelling to the other counts too. Counting, unlike asking whether there is one, never reads without an index.
const spellingSql = `
  select typed, near.word
  from (select typed, unaccent(typed) as plain from unnest($1::text[]) typed) given
  cross join lateral (
    select word from (
      select word from (
        select word from search_word where word % plain
        union
        select word from search_word where length(plain) > 4 and levenshtein_less_equal(word, plain, 2) <= 2
      ) candidate
      where levenshtein(word, plain) <= greatest(2, length(plain) / 3)
      order by levenshtein(word, plain), similarity(word, plain) desc, word
      limit 5
    ) best
    where (select count(*) from activity_words where words @@ to_tsquery('search_plain', word)) > 0
    limit 1
  ) near
  where (
    select count(*) from activity_words
    where words @@ (to_tsquery('search_stemmed', plain) || to_tsquery('search_plain', plain || ':*'))
  ) = 0`
