import type { ReactNode } from 'react'
import './stat.css'

/** One figure with its name above and what it means below. */
export function Stat({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="stat">
      <dt className="stat-label">{label}</dt>
      <dd>
        <span className="stat-value number">{value}</span>
        {note && <span className="stat-note">{note}</span>}
      </dd>
    </div>
  )
}

/** Figures side by side. */
export function StatRow({ children }: { children: ReactNode }) {
  return <dl className="stat-row">{children}</dl>
}
