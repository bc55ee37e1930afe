import type { CreditStatus } from '../../graphql/graphql'
import { amaCredits, amount } from '../format/numbers'
import { Badge } from '../ui/badge'
import './credit-lines.css'
import { mocStatus } from './words'

interface CreditLinesProps {
  cme?: { credits: number; followsFrom?: { code: string } | null } | null
  moc: readonly {
    partId: string
    board: { code: string }
    points: number
    status: CreditStatus
    reason?: string | null
    /** What the provider does about a rejection; shown to nobody else. */
    issue?: { fix?: string | null } | null
    isOverdue?: boolean
    lines: readonly { creditType: string; label: string; points: number }[]
  }[]
}

/** The credit of one completion: the CME line, then each board’s points with their types and where they stand. */
export function CreditLines({ cme, moc }: CreditLinesProps) {
  return (
    <ul className="credit-lines">
      {cme && (
        <li className="credit-cme">
          {amaCredits(cme.credits)}
          {cme.followsFrom && (
            <span className="credit-follows soft small">follows from {cme.followsFrom.code} MOC credit</span>
          )}
        </li>
      )}
      {moc.map((part) => {
        const status = mocStatus(part.status, part.board.code)
        return (
          <li key={part.partId} className="credit-moc">
            <span className="credit-moc-head">
              {amount(part.points)} {part.board.code} {part.points <= 1 ? 'Point' : 'Points'}{' '}
              <Badge tone={status.tone}>{status.label}</Badge>
            </span>
            <span className="soft small">
              {part.lines.map((line) => `${amount(line.points)} ${line.label}`).join(' · ')}
            </span>
            {part.isOverdue && <span className="soft small">The board has not answered within 24 hours.</span>}
            {part.reason && <span className="credit-reason small">{part.reason}</span>}
            {part.issue?.fix && <span className="small">{part.issue.fix}</span>}
          </li>
        )
      })}
    </ul>
  )
}
