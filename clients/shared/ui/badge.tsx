import type { ReactNode } from 'react'
import './badge.css'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'plain'

/** A state in a word or two; the colour only repeats what the word says. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  )
}
