import type { Problem } from '../graph/problem'
import './support-number.css'

/** The number by which support finds again what has failed. */
export function SupportNumber({ problem: { supportId } }: { problem: Problem }) {
  if (!supportId) return null
  return (
    <span className="support-number">
      If it happens again, tell support this number: <code>{supportId}</code>
    </span>
  )
}
