import { badInput } from '../../shared/errors.js'
import { isStorable } from '../../shared/graphql/text.js'
import type { Scope } from './completion.policy.js'

const maxLength = 100
const maxWords = 5

/** A text that the database can be asked for. Throws BAD_USER_INPUT for one that is too long or no text. */
export function storable(text: string): string {
  if (isStorable(text) && text.length <= 300) return text
  throw badInput('What you look for is no text of at most 300 characters.')
}

/** The pattern of what begins with a text, in any case. */
export const likeStart = (text: string) => `${escaped(storable(text).toLowerCase())}%`

const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** A provider’s records that a text means: by credit id, by activity, by words of its title, or by the learner’s name. */
export function withWords(text: string, providerId: string): Scope {
  if (text.length > maxLength) throw badInput(`Look for at most ${maxLength} characters.`)
  if (/^ccid:/i.test(text)) {
    return {
      where:
        'c.completion_id in (select i.completion_id from credit_identifier i where i.provider_id = ? and i.credit_id = ?)',
      params: [providerId, storable(text)],
    }
  }
  if (/^\d{9}$/.test(text)) return { where: 'c.activity_id = ?', params: [text] }
  return anyOf(ofTitle(text, providerId), ofName(text))
}

const anyOf = (...scopes: readonly Scope[]): Scope => ({
  where: scopes.map(({ where }) => `(${where})`).join(' or '),
  params: scopes.flatMap(({ params }) => params),
})

const ofTitle = (text: string, providerId: string): Scope => ({
  where: `c.activity_id in (
    select f.activity_id from activity_fact f where f.provider_id = ? and lower(f.title) like ?)`,
  params: [providerId, `%${likeStart(text)}`],
})

/** Each word begins the first or the last name, and one of them the last name, by which there is an index. */
function ofName(text: string): Scope {
  const patterns = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, maxWords)
    .map(likeStart)
  const last = `lower(r.cells #>> '{lastName,text}')`
  const first = `lower(r.cells #>> '{firstName,text}')`
  const some = patterns.map(() => `${last} like ?`).join(' or ')
  const all = patterns.map(() => `(${last} like ? or ${first} like ?)`).join(' and ')
  return {
    where: `c.completion_id in (
      select r.completion_id from batch_row r where r.outcome = 'ACCEPTED' and (${some || 'false'}) and ${all || 'true'})`,
    params: [...patterns, ...patterns.flatMap((pattern) => [pattern, pattern])],
  }
}
