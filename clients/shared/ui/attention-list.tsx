import { type LucideIcon, PartyPopper } from 'lucide-react'
import './attention-list.css'
import { ButtonLink } from './button'
import { Card } from './card'
import { EmptyState } from './empty-state'

/** Something that waits for whoever looks, and where to do it. */
export interface AttentionItem {
  id: string
  icon: LucideIcon
  title: string
  /** Why it matters, or until when. */
  text: string
  to: string
  action: string
  urgent?: boolean
}

interface AttentionListProps {
  items: readonly AttentionItem[]
  /** What would stand here, for whom nothing waits. */
  otherwise: string
}

/** What needs attention today, the most urgent first; each one step from where it is done. */
export function AttentionList({ items, otherwise }: AttentionListProps) {
  const sorted = [...items.filter(({ urgent }) => urgent), ...items.filter(({ urgent }) => !urgent)]
  return (
    <Card title="Needs attention today" flush>
      {sorted.length === 0 && (
        <EmptyState icon={PartyPopper} title="Nothing waits for you">
          {otherwise}
        </EmptyState>
      )}
      <ul className="attention-list">
        {sorted.map(({ id, icon: Icon, title, text, to, action, urgent }) => (
          <li key={id} data-urgent={urgent || undefined}>
            <Icon size={20} aria-hidden="true" />
            <div>
              <strong>{title}</strong>
              <p className="soft small">{text}</p>
            </div>
            <ButtonLink size="s" kind={urgent ? 'primary' : 'secondary'} to={to}>
              {action}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
