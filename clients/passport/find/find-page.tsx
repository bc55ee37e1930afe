import { SearchX, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { plural } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Button, ButtonLink } from '../../shared/ui/button'
import { Choices } from '../../shared/ui/choices'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import { FilterPanel } from './filter-panel'
import './find.css'
import { FindChips } from './find-chips'
import { changed, readFind, toggled } from './find-params'
import { FindActivitiesQuery, type Found } from './find-query'
import { HitCard } from './hit-card'
import { SearchBox } from './search-box'

const sorts = [
  { value: 'RELEVANCE', label: 'Best match' },
  { value: 'START_DATE', label: 'Next to begin' },
  { value: 'CREDITS', label: 'Most credit' },
] as const

/** The search of activities, for everybody: what is looked for stands in the address. */
export function FindPage() {
  const [search, setSearch] = useSearchParams()
  const variables = readFind(search)
  const { searchActivities: found } = useRouteQuery(FindActivitiesQuery, variables)
  const [areFiltersOpen, openFilters] = useState(false)
  const go = (next: URLSearchParams) => setSearch(next, { preventScrollReset: true })
  return (
    <Page
      title="Find activities"
      lead="Accredited continuing education that is open now or still to come. Open to everybody, without an account."
    >
      <SearchBox
        text={variables.text ?? ''}
        onText={(text) => go(changed(search, { q: text }))}
        onProvider={(providerId) => go(toggled(changed(search, { q: undefined }), 'PROVIDER', providerId, true))}
      />
      <div className="find-columns">
        <aside aria-label="Filters" className="find-panel" data-open={areFiltersOpen || undefined}>
          <Button kind="secondary" aria-expanded={areFiltersOpen} onPress={() => openFilters(!areFiltersOpen)}>
            <SlidersHorizontal size={16} aria-hidden="true" /> Filters
          </Button>
          <FilterPanel
            facets={found.facets}
            filter={variables.filter}
            onToggle={(facet, value, isOn) => go(toggled(search, facet, value, isOn))}
            onChange={(values) => go(changed(search, values))}
          />
        </aside>
        <section aria-label="Results" className="stack">
          <FindChips facets={found.facets} />
          <div className="row" data-apart>
            <p role="status" className="find-total">
              {totalWords(found, variables.text)}
            </p>
            <Choices
              label="Order"
              options={sorts}
              value={variables.sort}
              onChange={(sort) => go(changed(search, { sort: sort === 'RELEVANCE' ? undefined : sort }))}
            />
          </div>
          <Hits found={found} />
        </section>
      </div>
    </Page>
  )
}

function Hits({ found }: { found: Found }) {
  const [search] = useSearchParams()
  const more = useLoadMore(FindActivitiesQuery, readFind(search))
  const formats = new Map(
    found.facets.find(({ facet }) => facet === 'FORMAT')?.values.map(({ value, label }) => [value, label]),
  )
  if (found.edges.length === 0)
    return (
      <EmptyState
        icon={SearchX}
        title="No activity fits"
        actions={
          <ButtonLink kind="secondary" to={paths.find}>
            Start again
          </ButtonLink>
        }
      >
        Use fewer or other words, or take a filter away.
      </EmptyState>
    )
  return (
    <>
      {found.edges.map(({ node }) => (
        <HitCard
          key={node.activity.activityId}
          hit={node}
          formatLabel={formats.get(node.activity.activityFormat ?? '') ?? ''}
        />
      ))}
      <LoadMore shown={found.edges.length} noun="activity" nouns="activities" page={found.pageInfo} more={more} />
    </>
  )
}

function totalWords({ totalCount, correctedText }: Found, text: string | null) {
  const total = plural(totalCount, 'activity', 'activities')
  return correctedText ? `${total} for “${correctedText}”; nothing has “${text}”` : total
}
