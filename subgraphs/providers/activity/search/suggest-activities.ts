import { ActivityStatus } from '../../../reference/activity.js'
import { centralDay } from '../../../reference/central-day.js'
import { ProviderOrganization } from '../../organization/provider-organization.js'
import { Activity } from '../activity.js'
import type { Columns } from './columns.js'
import { dayNumber } from './day-number.js'
import { SearchFacet, tagOf } from './facets.js'
import { SearchSort } from './place.js'
import type { SearchPlace } from './search-activities.js'
import { readSearchText, shown } from './search-text.js'
import type { FacetValue, SearchSuggestions } from './search-types.js'
import { tally } from './tally.js'

const maxTitles = 6
const maxProviders = 4
/** Repeated activities have one title; so many are read to find different ones. */
const titlesRead = 40

/** What somebody who has typed this may be looking for, of what the search would find. */
export async function suggestActivities(given: string, { em, index, now }: SearchPlace): Promise<SearchSuggestions> {
  const text = readSearchText(given)
  if (!text) return { titles: [], providers: [] }
  const columns = await index.current()
  const matches = await index.texts.find(em, text)
  const named = await em.find(
    ProviderOrganization,
    { name: { $ilike: `%${shown(text).replace(/[\\%_]/g, '\\$&')}%` } },
    { orderBy: { name: 'asc' }, limit: 50 },
  )
  const today = dayNumber(centralDay(now))
  const found = tally(columns, {
    today,
    groups: [],
    text: matches && { slots: matches.inTitle, inTitle: matches.inTitle },
    sort: SearchSort.RELEVANCE,
    sortDay: today,
    first: titlesRead,
  })
  const activityIds = found.places.map(({ activityId }) => String(activityId).padStart(9, '0'))
  const activities = await em.find(
    Activity,
    { activityId: { $in: activityIds }, status: ActivityStatus.ACTIVE, displayInPassport: true },
    { fields: ['title'] },
  )
  const titles = new Map(activities.map(({ activityId, title }) => [activityId, title]))
  const inOrder = activityIds.flatMap((activityId) => titles.get(activityId) ?? [])
  return {
    titles: [...new Set(inOrder)].slice(0, maxTitles),
    providers: withActivities(columns, today, named).slice(0, maxProviders),
  }
}

/** The providers of which activities can be found, those with most first. */
function withActivities(columns: Columns, today: number, providers: readonly ProviderOrganization[]): FacetValue[] {
  const { counts } = tally(columns, {
    today,
    groups: [],
    sort: SearchSort.START_DATE,
    sortDay: today,
    first: 1,
  })
  return providers
    .map(({ providerId, name }) => {
      const number = columns.numberOf(tagOf(SearchFacet.PROVIDER, providerId))
      return {
        value: providerId,
        label: name,
        count: number === undefined ? 0 : (counts[number] ?? 0),
        isSelected: false,
      }
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
}
