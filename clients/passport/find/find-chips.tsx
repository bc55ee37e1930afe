import { X } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { day } from '../../shared/format/days'
import { amount } from '../../shared/format/numbers'
import { facetNames } from './facet-group'
import { changed, readFind, toggled, withoutFilters } from './find-params'
import type { FacetCounts } from './find-query'

/** What is filtered by, each to be taken away with one press. */
export function FindChips({ facets }: { facets: readonly FacetCounts[] }) {
  const [search] = useSearchParams()
  const { filter } = readFind(search)
  const chips = [
    ...facets.flatMap(({ facet, values }) =>
      values
        .filter(({ isSelected }) => isSelected)
        .map(({ value, label }) => ({
          label: `${facetNames[facet]}: ${label}`,
          without: toggled(search, facet, value, false),
        })),
    ),
    ...(filter.from
      ? [{ label: `Not over before ${day(filter.from)}`, without: changed(search, { from: undefined }) }]
      : []),
    ...(filter.to ? [{ label: `Begun by ${day(filter.to)}`, without: changed(search, { to: undefined }) }] : []),
    ...(filter.minCredits != null
      ? [{ label: `At least ${amount(filter.minCredits)} credits`, without: changed(search, { min: undefined }) }]
      : []),
    ...(filter.maxCredits != null
      ? [{ label: `At most ${amount(filter.maxCredits)} credits`, without: changed(search, { max: undefined }) }]
      : []),
  ]
  if (chips.length === 0) return null
  return (
    <ul className="find-chips" aria-label="Filters in use">
      {chips.map(({ label, without }) => (
        <li key={label}>
          <Link to={{ search: without.toString() }} preventScrollReset>
            {label} <X size={14} aria-hidden="true" />
            <span className="visually-hidden">, remove</span>
          </Link>
        </li>
      ))}
      <li>
        <Link to={{ search: withoutFilters(search).toString() }} preventScrollReset>
          Clear all filters
        </Link>
      </li>
    </ul>
  )
}
