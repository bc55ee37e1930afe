import { useEffect, useRef } from 'react'
import { keysAreOn } from './keys-setting'

interface ReviewKeys {
  /** 1 to 9 for a candidate, 0 for nobody. */
  onNumber: (number: number) => void
  onEnter: () => void
  onKey: Record<string, () => void>
}

const typing = 'textarea, select, [contenteditable], input:not([type="radio"])'
const overlay = '[role="dialog"], [role="alertdialog"], [role="menu"]'
/** Enter has a meaning of its own there. */
const pressed = 'a, button, summary'

/** Keys of a case, wherever the focus is, as long as nobody is typing and nothing is open above the page. */
export function useReviewKeys(keys: ReviewKeys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (target.closest(`${typing}, ${overlay}`)) return
      const { onNumber, onEnter, onKey } = latest.current
      if (event.key === 'Enter') {
        if (target.closest(pressed)) return
        event.preventDefault()
        return onEnter()
      }
      if (!keysAreOn()) return
      if (/^\d$/.test(event.key)) return onNumber(Number(event.key))
      onKey[event.key.toLowerCase()]?.()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
