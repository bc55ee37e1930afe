import { letterDiff } from './letter-diff'
import './compared.css'

/** A value beside the one it is compared with: what differs is set apart letter by letter, and read out as one word. */
export function Compared({ text, other }: { text: string | null | undefined; other: string | null | undefined }) {
  if (!text) return <span className="soft">none</span>
  if (!other) return <>{text}</>
  return (
    <>
      <span className="visually-hidden">{text}</span>
      <span aria-hidden="true">
        {letterDiff(text, other).map(({ kind, from, text: stretch }) => (
          <span key={`${kind} ${from}`} className={`compared-${kind}`}>
            {stretch}
          </span>
        ))}
      </span>
    </>
  )
}
