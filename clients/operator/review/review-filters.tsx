import type { ReviewState } from '../../graphql/graphql'
import { FilterLinks } from '../../shared/ui/filter-links'
import { paths, type ReviewFilter } from '../paths'
import { reviewKindList, reviewKinds, reviewStates } from './review-words'
import type { ReviewCounts } from './reviews-page'

interface ReviewFiltersProps {
  filter: ReviewFilter
  counts: ReviewCounts
  /** The name of the provider, where the list is that of one. */
  provider: string | undefined
}

const states = Object.keys(reviewStates) as ReviewState[]

/** The parts of the queue: by standing, by kind, and of one provider. */
export function ReviewFilters({ filter, counts, provider }: ReviewFiltersProps) {
  const state = filter.state ?? 'OPEN'
  const waiting = { OPEN: 'open', PROPOSED: 'proposed' } as const
  const countOf = (of: ReviewState, kind?: ReviewFilter['kind']) => {
    if (of !== 'OPEN' && of !== 'PROPOSED') return undefined
    const counted = counts.filter((each) => !kind || each.kind === kind)
    return counted.reduce((sum, each) => sum + each[waiting[of]], 0)
  }
  // The counts are those of all providers.
  const shown = (of: ReviewState, kind?: ReviewFilter['kind']) => (filter.providerId ? undefined : countOf(of, kind))
  return (
    <>
      <FilterLinks
        label="Reviews by standing"
        options={states.map((each) => ({
          label: reviewStates[each].label,
          to: paths.reviews({ ...filter, state: each === 'OPEN' ? undefined : each }),
          isCurrent: each === state,
          count: shown(each),
        }))}
      />
      <FilterLinks
        label="Reviews by kind"
        options={[undefined, ...reviewKindList].map((kind) => ({
          label: kind ? reviewKinds[kind].label : 'All kinds',
          to: paths.reviews({ ...filter, kind }),
          isCurrent: kind === filter.kind,
          count: shown(state, kind),
        }))}
      />
      {filter.providerId && (
        <FilterLinks
          label="Reviews by provider"
          options={[
            { label: 'All providers', to: paths.reviews({ ...filter, providerId: undefined }), isCurrent: false },
            { label: provider ?? filter.providerId, to: paths.reviews(filter), isCurrent: true },
          ]}
        />
      )}
    </>
  )
}
