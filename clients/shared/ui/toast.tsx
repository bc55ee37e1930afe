import { CircleCheck, X } from 'lucide-react'
import {
  UNSTABLE_Toast as AriaToast,
  Button,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import './toast.css'

interface Message {
  sentence: string
  /** What can be done about it, for example taking it back. */
  action?: { label: string; run: () => void; forMs?: number }
}

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 })

/** Says in passing that something worked; it goes away by itself, later when it offers something to do. */
export function toast(sentence: string, action?: Message['action']) {
  queue.add({ sentence, action }, { timeout: action ? (action.forMs ?? 12_000) : 6_000 })
}

/** The place where passing messages appear. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label="Messages">
      {({ toast: message }) => (
        <AriaToast toast={message} className="toast">
          <CircleCheck size={18} aria-hidden="true" />
          <ToastContent>
            <Text slot="title">{message.content.sentence}</Text>
          </ToastContent>
          {message.content.action && (
            <Button
              className="toast-action"
              onPress={() => {
                message.content.action?.run()
                queue.close(message.key)
              }}
            >
              {message.content.action.label}
            </Button>
          )}
          <Button slot="close" className="toast-close" aria-label="Close">
            <X size={16} aria-hidden="true" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  )
}
