import type { EntityManager } from '@mikro-orm/postgresql'
import { ActivityStatus } from '../../../reference/activity.js'
import { centralDay } from '../../../reference/central-day.js'
import { cursorInvalid } from '../../../shared/errors.js'
import { pageSize, toConnection } from '../../../shared/graphql/connection.js'
import { fromCursor } from '../../../shared/graphql/cursor.js'
import { Activity } from '../activity.js'
import { type ActivityFilter, groupsOf } from './activity-filter.js'
import { dayNumber } from './day-number.js'
import { findExcerpts, plainExcerpt } from './excerpts.query.js'
import { facetCounts } from './facet-counts.js'
import { SearchFacet } from './facets.js'
import type { PlacedSlot } from './first-places.js'
import { SearchSort } from './place.js'
import { nameProviders } from './provider-names.query.js'
import type { SearchIndex } from './search-index.js'
import { readSearchText, respelled, type SearchText, shown } from './search-text.js'
import type { ActivityHit, ActivitySearch, SearchArgs } from './search-types.js'
import { tally } from './tally.js'
import { findSpelling, type TextMatches } from './text-matches.query.js'

/** What a search needs at hand. */
export interface SearchPlace {
  em: EntityManager
  index: SearchIndex
  now: Date
}

/** Finds activities for everybody alike: what is active, displayed and not over (P09). */
export async function searchActivities(args: SearchArgs, { em, index, now }: SearchPlace): Promise<ActivitySearch> {
  const first = pageSize(args)
  const today = dayNumber(centralDay(now))
  const groups = groupsOf(args.filter ?? {})
  const columns = await index.current()
  const { matches, text, correctedText } = await lookFor(em, index, args.text)
  const sort = args.sort === SearchSort.RELEVANCE && !matches ? SearchSort.START_DATE : args.sort
  const [sortDay, after] = args.after ? readPlace(args.after, sort) : [today, undefined]
  const { total, counts, places } = tally(columns, {
    ...rangeOf(args.filter ?? {}),
    today,
    groups,
    text: matches,
    sort,
    sortDay,
    after,
    first,
  })
  const facets = facetCounts(columns, counts, groups)
  const [hits] = await Promise.all([
    findHits(em, places.slice(0, first), matches && text),
    nameProviders(em, facets.find(({ facet }) => facet === SearchFacet.PROVIDER)?.values ?? []),
  ])
  const { edges, pageInfo } = toConnection(
    places,
    args,
    (place) => [sort, sortDay, place.weight, place.distance, place.activityId],
    (place) => hits.get(idOf(place)),
  )
  // Between counting and reading an activity may have been taken back.
  const found = edges.flatMap(({ cursor, node }) => (node ? [{ cursor, node }] : []))
  return { edges: found, pageInfo, totalCount: total, facets, correctedText }
}

interface Looked {
  matches?: TextMatches | undefined
  text?: SearchText | undefined
  correctedText: string | null
}

async function lookFor(em: EntityManager, { texts }: SearchIndex, given: string | null | undefined): Promise<Looked> {
  const text = readSearchText(given)
  if (!text) return { correctedText: null }
  const matches = await texts.find(em, text)
  if (!matches || matches.slots.length > 0) return { matches, text, correctedText: null }
  const spelling = await findSpelling(em, text)
  if (spelling.size === 0) return { matches, text, correctedText: null }
  const corrected = respelled(text, spelling)
  const better = await texts.find(em, corrected)
  if (!better?.slots.length) return { matches, text, correctedText: null }
  return { matches: better, text: corrected, correctedText: shown(corrected) }
}

const rangeOf = ({ from, to, minCredits, maxCredits }: ActivityFilter) => ({
  from: from ? dayNumber(from) : undefined,
  to: to ? dayNumber(to) : undefined,
  minQuarters: minCredits ?? undefined,
  maxQuarters: maxCredits ?? undefined,
})

/** Reads the day from which the order counts, and the place after which to go on. */
function readPlace(cursor: string, sort: SearchSort) {
  const [of, sortDay, weight, distance, activityId] = fromCursor(cursor, [
    'TEXT',
    'NUMBER',
    'NUMBER',
    'NUMBER',
    'NUMBER',
  ])
  if (of !== sort) throw cursorInvalid('That cursor belongs to another order. Start again without `after`.')
  return [sortDay, { weight, distance, activityId }] as const
}

const idOf = ({ activityId }: PlacedSlot) => String(activityId).padStart(9, '0')

async function findHits(
  em: EntityManager,
  places: readonly PlacedSlot[],
  text: SearchText | undefined,
): Promise<Map<string, ActivityHit>> {
  const activityIds = places.map(idOf)
  if (activityIds.length === 0) return new Map()
  const [activities, excerpts] = await Promise.all([
    em.find(
      Activity,
      { activityId: { $in: activityIds }, status: ActivityStatus.ACTIVE, displayInPassport: true },
      { populate: ['mocRegistrations'] },
    ),
    text && findExcerpts(em, activityIds, text),
  ])
  return new Map(
    activities.map((activity) => [
      activity.activityId,
      { activity, ...(excerpts?.get(activity.activityId) ?? plainExcerpt(activity)) },
    ]),
  )
}
