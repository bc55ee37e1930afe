import type { Columns } from './columns.js'
import { facets, labelOf, readTag, type SearchFacet } from './facets.js'
import type { FacetCounts, FacetValue } from './search-types.js'
import type { FilterGroup } from './tally.js'

/** Most values of one facet; those filtered by come on top. */
export const maxFacetValues = 60

/** What was counted tag by tag, as facets with their values, the most frequent first. */
export function facetCounts(columns: Columns, counts: Int32Array, groups: readonly FilterGroup[]): FacetCounts[] {
  const selected = new Set(groups.flatMap(({ tags }) => tags))
  const values = new Map<SearchFacet, FacetValue[]>(facets.map((facet) => [facet, []]))
  const add = (tag: string, count: number) => {
    const { facet, value } = readTag(tag)
    values.get(facet)?.push({ value, label: labelOf(facet, value), count, isSelected: selected.has(tag) })
  }
  for (const [number, count] of counts.entries()) {
    const tag = columns.tagNames[number]
    if (tag !== undefined && (count > 0 || selected.has(tag))) add(tag, count)
  }
  for (const tag of selected) if (columns.numberOf(tag) === undefined) add(tag, 0)
  return facets.map((facet) => cut(facet, values.get(facet) ?? []))
}

function cut(facet: SearchFacet, values: FacetValue[]): FacetCounts {
  values.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
  const first = values.slice(0, maxFacetValues)
  const chosen = values.slice(maxFacetValues).filter(({ isSelected }) => isSelected)
  return { facet, values: [...first, ...chosen], valueCount: values.length }
}
