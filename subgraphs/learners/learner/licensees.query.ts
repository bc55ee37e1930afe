import type { EntityManager } from '@mikro-orm/postgresql'
import { licensingBoards } from '../../reference/licensing-boards.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { licenseKey } from '../matching/keys.js'
import { licenseKeysOf } from '../matching/license-prefixes.js'
import { nameKey } from '../matching/normalise.js'
import { parseFamilyName } from '../matching/person-name.js'
import { Learner } from './learner.js'

const maxSearchLength = 100
const maxTerms = 5

export interface LicenseeList {
  boardCode: string
  search: string
  after: string | null
  limit: number
}

/** A licensee, and the key of the last name by which the list is ordered. */
export interface Licensee {
  learner: Learner
  familyKey: string
}

/** The place of a licensee in the list. */
export const placeOf = ({ learner, familyKey }: Licensee) => [familyKey, learner.givenKey, learner.learnerId]

/**
 * The licensees of one board by last and first name, where every term of the search begins a name or license number; nobody
 * where it has nothing that any of them could begin with.
 */
export async function findLicensees(em: EntityManager, list: LicenseeList): Promise<Licensee[]> {
  const terms = termsOf(list).map(whoeverHas)
  if (!terms.length && list.search.trim()) return []
  const place = list.after ? placeIn(list.after) : undefined
  const rows = await em.execute<{ family_key: string }[]>(
    `select learner.*, current_name.family_key
    from learner_family_name current_name
    join learner using (learner_id)
    where current_name.kind = 'CURRENT' and learner.survivor_id is null
      and current_name.learner_id in (${withSurvivors('select learner_id from license_record where board_code = ?')})
      ${terms.map(({ sql }) => `and current_name.learner_id in (${withSurvivors(sql)})`).join('\n')}
      ${place ? `and family_key >= ? and (family_key, given_key, learner_id) > (?, ?, ?::uuid)` : ''}
    order by family_key, given_key, learner_id
    limit ?`,
    [
      ...twice([list.boardCode]),
      ...terms.flatMap(({ values }) => twice(values)),
      ...(place ? [place[0], ...place] : []),
      list.limit,
    ],
  )
  return rows.map((row) => ({ learner: em.map(Learner, row), familyKey: row.family_key }))
}

/** Those whom a query finds, and to whom they lead since a merge; its values are needed twice. */
const withSurvivors = (query: string) => `${query}
  union all
  select survivor_id from learner where survivor_id is not null and learner_id in (${query})`

const twice = (values: readonly string[]) => [...values, ...values]

function placeIn(cursor: string): [familyKey: string, givenKey: string, learnerId: string] {
  const [family, given, learnerId] = fromCursor(cursor, ['TEXT', 'TEXT', 'UUID'])
  return [nameKey(family), nameKey(given), learnerId]
}

type Term = { name: string } | { boardCode: string; state: string; numbers: string[] }

/** What is looked for: a word with digits is a number, and of the rest each half of a name is a term (“de la Cruz” is one). */
function termsOf({ boardCode, search }: LicenseeList): Term[] {
  const words = search.slice(0, maxSearchLength).split(/[\s,]+/)
  const state = licensingBoards.get(boardCode)?.state ?? ''
  const numbers = words
    .filter(hasDigit)
    .map((word) => ({ boardCode, state, numbers: licenseKeysOf(state, licenseKey(word)) }))
  return [...numbers, ...namesIn(words.filter((word) => !hasDigit(word)).join(' '))].slice(0, maxTerms)
}

const hasDigit = (word: string) => /\d/.test(word)

function namesIn(text: string): Term[] {
  const { key, parts } = parseFamilyName(text)
  const keys = parts.length > 0 ? parts.map((part) => part.key) : [key || nameKey(text)]
  return keys.filter(Boolean).map((name) => ({ name }))
}

/** Who has a name, or a license of the board, that begins with the term. Keys hold no sign that has a meaning for LIKE. */
function whoeverHas(term: Term): { sql: string; values: string[] } {
  if ('name' in term) {
    const beginning = `${term.name}%`
    return {
      sql: `select learner_id from learner_family_name where family_key like ?
        union all select learner_id from learner where given_key like ?`,
      values: [beginning, beginning],
    }
  }
  return {
    sql: `select learner_id from license_record
      where state = ? and board_code = ? and (${term.numbers.map(() => 'license_key like ?').join(' or ')})`,
    values: [term.state, term.boardCode, ...term.numbers.map((number) => `${number}%`)],
  }
}
