import { BellRing } from 'lucide-react'
import { graphql } from '../../graphql'
import type { NotificationPartsFragment } from '../../graphql/graphql'
import { instant } from '../../shared/format/days'
import { useAction } from '../../shared/graph/use-action'
import { Badge, type Tone } from '../../shared/ui/badge'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { EmptyState } from '../../shared/ui/empty-state'

export const notificationParts = graphql(`
  fragment NotificationParts on Notification {
    notificationId
    year
    severity
    title
    body
    createdAt
    readAt
  }
`)

const ReadMutation = graphql(`
  mutation ReadNotification($notificationId: ID!) {
    readNotification(notificationId: $notificationId) {
      ...NotificationParts
    }
  }
`)

const tones: Record<string, { tone: Tone; label: string }> = {
  INFO: { tone: 'info', label: 'For information' },
  WARNING: { tone: 'warn', label: 'Soon' },
  URGENT: { tone: 'bad', label: 'Urgent' },
}

/** What the provider was told about its years, the newest first. */
export function Notifications({ notifications }: { notifications: readonly NotificationPartsFragment[] }) {
  return (
    <Card title="Reminders">
      {notifications.length === 0 ? (
        <EmptyState icon={BellRing} title="No reminders">
          They begin three months before the deadline, and end when the year is complete.
        </EmptyState>
      ) : (
        <ul className="year-steps">
          {notifications.map((notification) => (
            <NotificationLine key={notification.notificationId} notification={notification} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function NotificationLine({ notification }: { notification: NotificationPartsFragment }) {
  const { notificationId, title, body, severity, createdAt, readAt } = notification
  const action = useAction(ReadMutation)
  const { tone, label } = tones[severity] ?? { tone: 'plain', label: severity }
  return (
    <li className="stack" data-gap="s">
      <div className="row">
        <strong>{title}</strong>
        <Badge tone={readAt ? 'plain' : tone}>{readAt ? 'Read' : label}</Badge>
      </div>
      <p className="soft small">
        {body} {instant(createdAt)}
      </p>
      {!readAt && (
        <div>
          <Button
            size="s"
            kind="secondary"
            isPending={action.pending}
            aria-label={`Mark “${title}” as read`}
            onPress={() => action.run({ notificationId })}
          >
            Mark as read
          </Button>
        </div>
      )}
    </li>
  )
}
