import { useRef, useState } from 'react'
import { type Corrections, readCorrections } from './corrections'

/** What was changed of the rows of a batch: on this device at once, so that a reload or a lost connection loses nothing. */
export function useCorrections(batchId: string) {
  const shelf = `creditgraph-corrections-${batchId}`
  const [corrections, show] = useState(() => readCorrections(window.localStorage.getItem(shelf)))
  const current = useRef(corrections)
  const change = (of: (corrections: Corrections) => Corrections) => {
    const next = of(current.current)
    current.current = next
    if (Object.keys(next.rows).length > 0 || next.sending) window.localStorage.setItem(shelf, JSON.stringify(next))
    else window.localStorage.removeItem(shelf)
    show(next)
  }
  return { corrections, change, now: () => current.current }
}

export type CorrectionsStore = ReturnType<typeof useCorrections>
