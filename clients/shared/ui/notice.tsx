import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import './notice.css'

const icons = { good: CircleCheck, warn: TriangleAlert, bad: CircleAlert, info: Info }

interface NoticeProps {
  tone: keyof typeof icons
  title?: string
  /** Read out at once when it appears. */
  urgent?: boolean
  actions?: ReactNode
  children?: ReactNode
}

/** Something the reader should know before going on, and what to do about it. */
export function Notice({ tone, title, urgent, actions, children }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className="notice" data-tone={tone} role={urgent ? 'alert' : undefined}>
      <Icon size={20} aria-hidden="true" />
      <div className="notice-text">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {actions && <div className="row notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
