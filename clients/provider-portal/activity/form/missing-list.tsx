import { type Issue } from './field-issues'
import { focusField } from './form-section-card'
import './form.css'

/** What is to be filled in or corrected, each with a link to its field. */
export function MissingList({ issues }: { issues: readonly Issue[] }) {
  return (
    <ul className="missing-list">
      {issues.map(({ code, field, message, fix }) => (
        <li key={`${code} ${field} ${message}`}>
          {field ? (
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(field)
              }}
            >
              {fix}
            </a>
          ) : (
            fix
          )}
          {code !== 'FIELD_MISSING' && <span className="soft small"> {message}</span>}
        </li>
      ))}
    </ul>
  )
}
