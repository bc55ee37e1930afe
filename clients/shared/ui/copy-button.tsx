import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button'

/** Copies a text, and says so. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    )
  const said = state === 'copied' ? 'Copied' : state === 'refused' ? 'Copying was refused' : undefined
  // The news stands beside the button, because what is inside a button is its name and nothing else.
  return (
    <>
      <Button kind="secondary" size="s" onPress={copy}>
        {state === 'copied' ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
        {said ?? `Copy ${what}`}
      </Button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  )
}
