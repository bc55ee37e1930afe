import type { RowView } from './batch-rows'
import './issues.css'

/** What is wrong with a row, or worth knowing, and how to put it right. */
export function Issues({ issues }: { issues: RowView['issues'] }) {
  if (issues.length === 0) return null
  return (
    <ul className="issues">
      {issues.map((issue) => (
        <li key={`${issue.code} ${issue.column} ${issue.message}`} data-severity={issue.severity}>
          <span className="issue-message">{issue.message}</span>
          {issue.fix && <span className="issue-fix">{issue.fix}</span>}
        </li>
      ))}
    </ul>
  )
}
