import { type ReactNode, useId } from 'react'
import './card.css'

interface CardProps {
  title?: string
  note?: ReactNode
  actions?: ReactNode
  /** Lets a table or chart reach the edges. */
  flush?: boolean
  children: ReactNode
}

/** A part of a page with its own heading. */
export function Card({ title, note, actions, flush, children }: CardProps) {
  const id = useId()
  return (
    <section className="card" aria-labelledby={title ? id : undefined} data-flush={flush || undefined}>
      {title && (
        <header className="card-header row" data-apart>
          <div>
            <h2 id={id}>{title}</h2>
            {note && <p className="soft small">{note}</p>}
          </div>
          {actions && <div className="row">{actions}</div>}
        </header>
      )}
      <div className="card-body">{children}</div>
    </section>
  )
}
