import { type LucideIcon, PartyPopper } from 'lucide-react'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { EmptyState } from '../../shared/ui/empty-state'
import './attention-list.css'

/** Something that waits for the coordinator, and where to do it. */
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

/** What needs attention today, the most urgent first; each one step from where it is done. */
export function AttentionList({ items }: { items: readonly AttentionItem[] }) {
  const sorted = [...items.filter(({ urgent }) => urgent), ...items.filter(({ urgent }) => !urgent)]
  return (
    <Card title="Needs attention today" flush>
      {sorted.length === 0 && (
        <EmptyState icon={PartyPopper} title="Nothing waits for you">
          Drafts, ended activities, files with rows to correct and deadlines appear here.
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
