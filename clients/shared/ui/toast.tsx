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

const queue = new ToastQueue<string>({ maxVisibleToasts: 3 })

/** Says in passing that something worked; it goes away by itself. */
export function toast(sentence: string) {
  queue.add(sentence, { timeout: 6000 })
}

/** The place where passing messages appear. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label="Messages">
      {({ toast: message }) => (
        <AriaToast toast={message} className="toast">
          <CircleCheck size={18} aria-hidden="true" />
          <ToastContent>
            <Text slot="title">{message.content}</Text>
          </ToastContent>
          <Button slot="close" className="toast-close" aria-label="Close">
            <X size={16} aria-hidden="true" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  )
}
