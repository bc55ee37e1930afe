import { useEffect, useRef } from 'react'
import { isTable, readPasted } from './read-pasted'
import type { TypedLearner } from './typed-learner'

/** Takes rows of a spreadsheet wherever on the page they are pasted; other texts go where they would have gone. */
export function usePastedTable(onPaste: (learners: TypedLearner[]) => void) {
  const handler = useRef(onPaste)
  handler.current = onPaste
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!isTable(text)) return
      event.preventDefault()
      handler.current(readPasted(text))
    }
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  }, [])
}
