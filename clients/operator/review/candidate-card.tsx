import { Card } from '../../shared/ui/card'
import { CopyButton } from '../../shared/ui/copy-button'
import { Notice } from '../../shared/ui/notice'
import { nameOf } from './candidate-table'
import type { Candidate } from './review-page'
import { Waterfall } from './waterfall'

interface CandidateCardProps {
  candidate: Candidate
  number: number
  /** The scale that all candidates share. */
  span: { low: number; high: number }
}

/** Why the machine did not take a candidate by itself: the rules that stopped it, and what speaks for and against. */
export function CandidateCard({ candidate, number, span }: CandidateCardProps) {
  return (
    <Card title={`${number} ${nameOf(candidate)}`} actions={<CopyButton text={candidate.learnerId} what="the id" />}>
      <div className="stack">
        {candidate.vetoes.length === 0 ? (
          <p className="soft">No rule stands against it. It was not sure enough for the machine.</p>
        ) : (
          <Notice tone="warn" title="A rule stopped the machine">
            <ul>
              {candidate.vetoes.map(({ name, reason }) => (
                <li key={name}>{reason}</li>
              ))}
            </ul>
            <p>
              {candidate.needsSecond
                ? 'A second operator has to confirm a choice against it.'
                : 'You may decide it alone.'}
            </p>
          </Notice>
        )}
        <Waterfall label={nameOf(candidate)} candidate={candidate} span={span} />
      </div>
    </Card>
  )
}
