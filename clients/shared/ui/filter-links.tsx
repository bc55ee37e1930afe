import { Link } from 'react-router'
import { count as countOf } from '../format/numbers'
import './filter-links.css'

interface FilterLinksProps {
  label: string
  options: readonly { label: string; to: string; isCurrent: boolean; count?: number }[]
  /** Counts come after the links, which keep room for them. */
  countsLater?: boolean
}

/** Parts of a list as links, with how many each holds; the chosen one stands in the address. */
export function FilterLinks({ label, options, countsLater }: FilterLinksProps) {
  return (
    <nav aria-label={label} className="filter-links" data-counts-later={countsLater}>
      <ul>
        {options.map(({ label: name, to, isCurrent, count }) => (
          <li key={name}>
            <Link to={to} replace preventScrollReset aria-current={isCurrent ? 'true' : undefined}>
              {name}
              {(countsLater || count !== undefined) && (
                <span className="filter-count number">{count !== undefined && countOf(count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
