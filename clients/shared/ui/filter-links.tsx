import { Link } from 'react-router'
import { count as countOf } from '../format/numbers'
import './filter-links.css'

interface FilterLinksProps {
  label: string
  options: readonly { label: string; to: string; isCurrent: boolean; count?: number }[]
}

/** Parts of a list as links, with how many each holds; the chosen one stands in the address. */
export function FilterLinks({ label, options }: FilterLinksProps) {
  return (
    <nav aria-label={label} className="filter-links">
      <ul>
        {options.map(({ label: name, to, isCurrent, count }) => (
          <li key={name}>
            <Link to={to} replace preventScrollReset aria-current={isCurrent ? 'true' : undefined}>
              {name}
              {count !== undefined && <span className="filter-count number">{countOf(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
