import type { ActivityFilter, SearchFacet } from '../../graphql/graphql'
import { Choices } from '../../shared/ui/choices'
import { DayField } from '../../shared/ui/day-field'
import { FacetGroup, facetNames } from './facet-group'
import type { FacetCounts } from './find-query'

interface FilterPanelProps {
  facets: readonly FacetCounts[]
  filter: ActivityFilter
  onToggle: (facet: SearchFacet, value: string, isOn: boolean) => void
  onChange: (values: Record<string, string | undefined>) => void
}

const creditRanges = [
  { value: 'any', label: 'Any', min: undefined, max: undefined },
  { value: 'few', label: 'Up to 1', min: undefined, max: '1' },
  { value: 'some', label: '1 to 5', min: '1', max: '5' },
  { value: 'many', label: '5 or more', min: '5', max: undefined },
] as const

/** What found activities can be narrowed down by. */
export function FilterPanel({ facets, filter, onToggle, onChange }: FilterPanelProps) {
  const given = (value: number | null | undefined) => (value == null ? undefined : String(value))
  const range = creditRanges.find(
    ({ min, max }) => min === given(filter.minCredits) && max === given(filter.maxCredits),
  )
  const order = Object.keys(facetNames)
  const shown = facets
    .filter(({ values }) => values.length > 0)
    .toSorted((one, other) => order.indexOf(one.facet) - order.indexOf(other.facet))
  return (
    <div className="find-filters">
      <fieldset className="facet">
        <legend>Credits</legend>
        <Choices
          label="Credits"
          options={creditRanges}
          value={range?.value}
          onChange={(value) => {
            const chosen = creditRanges.find((each) => each.value === value)
            onChange({ min: chosen?.min, max: chosen?.max })
          }}
        />
      </fieldset>
      <fieldset className="facet">
        <legend>Dates</legend>
        <DayField
          label="Not over before"
          optional
          value={filter.from ?? undefined}
          onChange={(from) => onChange({ from })}
        />
        <DayField label="Begun by" optional value={filter.to ?? undefined} onChange={(to) => onChange({ to })} />
      </fieldset>
      {shown.map((counts) => (
        <FacetGroup
          key={counts.facet}
          counts={counts}
          onToggle={(value, isOn) => onToggle(counts.facet, value, isOn)}
        />
      ))}
    </div>
  )
}
