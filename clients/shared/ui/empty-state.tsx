import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import './empty-state.css'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** The next step. */
  children: ReactNode
  actions?: ReactNode
}

/** What stands where nothing is yet, with the next step. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Icon size={28} strokeWidth={1.5} aria-hidden="true" />
      <strong>{title}</strong>
      <p className="soft">{children}</p>
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}
