import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Option } from '../combo-field'

interface CellEditorProps {
  label: string
  options: readonly Option[] | undefined
  initial: { text: string; append: boolean }
  /** With the text to keep, or undefined to leave the cell as it was; then the key that moves on. */
  onClose: (text: string | undefined, key?: string) => void
}

/** An open cell: a line of text, or the choice among its options. */
export function CellEditor({ label, options, initial, onClose }: CellEditorProps) {
  const [text, setText] = useState(initial.text)
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const closed = useRef(false)
  useEffect(() => {
    field.current?.focus()
    if (initial.append && !options) field.current?.select()
  }, [initial.append, options])

  const close = (kept: string | undefined, key?: string) => {
    if (closed.current) return
    closed.current = true
    onClose(kept, key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const leads: Record<string, string> = { Enter: 'ArrowDown', Tab: event.shiftKey ? 'ArrowLeft' : 'ArrowRight' }
    if (event.key === 'Escape') close(undefined)
    else if (event.key in leads) close(text, leads[event.key])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const common = { ref: field, 'aria-label': label, value: text, onKeyDown, onBlur: () => close(text) }
  if (!options) return <input {...common} className="cell-editor" onChange={(event) => setText(event.target.value)} />
  return (
    <select {...common} className="cell-editor" onChange={(event) => setText(event.target.value)}>
      <option value="">–</option>
      {options.map(({ id, label: name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
