import { useState } from 'react'
import type { SearchFacet } from '../../graphql/graphql'
import { count } from '../../shared/format/numbers'
import { Button } from '../../shared/ui/button'
import { CheckLine } from '../../shared/ui/checks'
import type { FacetCounts } from './find-query'

/** What each facet is called, in the order of the panel. */
export const facetNames: Record<SearchFacet, string> = {
  FORMAT: 'Format',
  DELIVERY: 'Delivery',
  FEE: 'Fee',
  BOARD: 'Certifying board (MOC)',
  CREDIT_TYPE: 'MOC credit type',
  SPECIALTY: 'Specialty',
  STATE: 'State',
  PROVIDER: 'Provider',
  TOPIC: 'Required topic',
  CREDIT_CATEGORY: 'Category of credit',
  REGISTRATION: 'Who may register',
  MIPS: 'MIPS',
  REMS: 'REMS',
}

const shownAtFirst = 6

interface FacetGroupProps {
  counts: FacetCounts
  onToggle: (value: string, isOn: boolean) => void
}

/** One facet of the panel: its values with how many would be found. */
export function FacetGroup({ counts: { facet, values }, onToggle }: FacetGroupProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = values.filter((value, index) => isWhole || index < shownAtFirst || value.isSelected)
  return (
    <fieldset className="facet">
      <legend>{facetNames[facet]}</legend>
      {shown.map(({ value, label, count: found, isSelected }) => (
        <CheckLine key={value} selected={isSelected} onChange={(isOn) => onToggle(value, isOn)}>
          <span className="facet-label">{label}</span> <span className="facet-count number">{count(found)}</span>
        </CheckLine>
      ))}
      {values.length > shownAtFirst && (
        <Button kind="quiet" size="s" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${values.length - shownAtFirst} more`}
        </Button>
      )}
    </fieldset>
  )
}
