import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import type { Standing } from './draft-keeper'
import './save-state.css'

const words: Record<Standing, { icon: typeof Check; text: string }> = {
  SAVED: { icon: Check, text: 'Saved' },
  CHANGED: { icon: LoaderCircle, text: 'Saving…' },
  SAVING: { icon: LoaderCircle, text: 'Saving…' },
  OFFLINE: { icon: CloudOff, text: 'No connection: kept on this device, saved when it returns' },
  CLASH: { icon: TriangleAlert, text: 'Changed elsewhere: choose below' },
  REFUSED: { icon: TriangleAlert, text: 'Saved, but for the marked fields' },
}

/** Whether what was typed is saved; it keeps its place, so that nothing moves while one types. */
export function SaveState({ standing }: { standing: Standing }) {
  const { icon: Icon, text } = words[standing]
  return (
    <p role="status" className="save-state" data-standing={standing}>
      <Icon size={16} aria-hidden="true" />
      <span>{text}</span>
    </p>
  )
}
