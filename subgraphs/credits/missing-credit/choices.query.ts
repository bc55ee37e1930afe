import type { EntityManager } from '@mikro-orm/postgresql'
import { isStorable } from '../../shared/graphql/text.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { requestLimits } from './limits.js'

const maxWords = 8

/** Words as a search reads them: each may be the beginning of one. Null where nothing is left to look for. */
export function prefixQuery(text: string): string | null {
  if (!isStorable(text)) return null
  const words =
    text
      .slice(0, 200)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length
    ? words
        .slice(0, maxWords)
        .map((word) => `${word}:*`)
        .join(' & ')
    : null
}

const words = `to_tsvector('simple', title || ' ' || provider_name) @@ to_tsquery('simple', $1)`

/**
 * Activities by words of title and provider, those of a day first. Also those that are over or not displayed: whoever
 * asks may have been there.
 */
export async function findActivityChoices(
  em: EntityManager,
  text: string,
  completedOn: string | null,
): Promise<string[]> {
  const query = prefixQuery(text)
  if (!query) return []
  const found = await executeBound<{ activityId: string }>(
    em,
    `select activity_id as "activityId" from activity_fact
     where ${words} and status in ('ACTIVE', 'CLOSED') and quarters > 0
     order by coalesce($2::date between starts_on and coalesce(ends_on, 'infinity'), false) desc, starts_on desc nulls last,
       activity_id
     limit $3`,
    [query, completedOn, requestLimits.choices],
  )
  return found.map(({ activityId }) => activityId)
}

/** Providers that have activities, by words of their name. */
export async function findProviderChoices(em: EntityManager, text: string): Promise<string[]> {
  const query = prefixQuery(text)
  if (!query) return []
  const found = await executeBound<{ providerId: string }>(
    em,
    `select provider_id as "providerId" from activity_fact
     where ${words} and to_tsvector('simple', provider_name) @@ to_tsquery('simple', $1)
     group by provider_id order by min(provider_name), provider_id limit $2`,
    [query, requestLimits.choices],
  )
  return found.map(({ providerId }) => providerId)
}
