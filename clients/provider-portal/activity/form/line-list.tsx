import { Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../../../shared/ui/button'
import { type FieldFrameProps, FieldNote } from '../../../shared/ui/field'
import './line-list.css'

interface LineListProps<Line, Draft> {
  frame: FieldFrameProps
  lines: readonly Line[]
  /** A line in which nothing is filled in yet. */
  blank: Draft
  /** The line, once it is complete; until then it stays in the form and is not saved. */
  complete: (draft: Draft) => Line | undefined
  onChange: (lines: Line[]) => void
  /** What one line is called. */
  noun: string
  /** The fields of a line; `change` replaces it. */
  children: (line: Line | Draft, change: (draft: Draft) => void, index: number) => ReactNode
}

/** A field that holds any number of lines, each with its own fields. */
export function LineList<Line, Draft>(props: LineListProps<Line, Draft>) {
  const { frame, lines, blank, complete, onChange, noun, children } = props
  const [drafts, setDrafts] = useState<Record<number, Draft>>({})
  const list = useRef<HTMLDivElement>(null)
  const isOpen = lines.length in drafts
  const shown = Array.from({ length: lines.length + (isOpen ? 1 : 0) }, (_, at) => ({
    id: `line-${at}`,
    at,
    line: drafts[at] ?? lines[at] ?? blank,
  }))
  const draftAt = (at: number, draft: Draft | undefined) =>
    setDrafts(({ [at]: _, ...others }) => (draft === undefined ? others : { ...others, [at]: draft }))

  const change = (at: number, draft: Draft) => {
    const line = complete(draft)
    draftAt(at, line === undefined ? draft : undefined)
    if (line !== undefined) onChange([...lines.slice(0, at), line, ...lines.slice(at + 1)])
  }
  const remove = (at: number) => {
    setDrafts({})
    if (at < lines.length) onChange(lines.filter((_, each) => each !== at))
    focusLine(Math.max(0, at - 1))
  }
  const focusLine = (at: number) =>
    requestAnimationFrame(() => {
      const line = list.current?.querySelectorAll('.line-list-line')[at]
      const target = line?.querySelector<HTMLElement>('input, button') ?? list.current?.querySelector('button')
      target?.focus()
    })
  const note = frame.when ?? (frame.optional ? 'optional' : undefined)
  return (
    <fieldset className="line-list">
      <legend className="field-label">
        {frame.label}
        {note && <span className="field-optional"> ({note})</span>}
      </legend>
      <div ref={list} className="stack" data-gap="s">
        {shown.map(({ id, at, line }) => (
          <div key={id} className="line-list-line">
            {children(line, (draft) => change(at, draft), at)}
            <Button kind="quiet" size="icon" aria-label={`Remove ${noun} ${at + 1}`} onPress={() => remove(at)}>
              <Trash2 size={16} aria-hidden="true" />
            </Button>
          </div>
        ))}
        <FieldNote {...frame} />
        <div>
          <Button
            kind="secondary"
            size="s"
            isDisabled={isOpen}
            onPress={() => {
              draftAt(lines.length, blank)
              focusLine(lines.length)
            }}
          >
            <Plus size={14} aria-hidden="true" /> Add {noun}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
