import { ArrowLeft } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { MergeFactsFragment } from '../../graphql/graphql'
import { fullName } from '../../shared/credit/words'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { Page } from '../../shared/ui/page'
import { chance, likelihood } from '../compare/likelihood'
import { paths } from '../paths'
import { MergeAnswers } from './merge-answers'
import { MergeHistory } from './merge-history'
import { MergeSides } from './merge-sides'
import { mergeStatuses } from './merge-words'

export const MergeFacts = graphql(`
  fragment MergeFacts on MergeProposal {
    proposalId
    status
    probability
    merged {
      ...MergeSide
    }
    survivor {
      ...MergeSide
    }
    agreement {
      field
      agreement
    }
    decisions {
      decision
      reason
      decidedBy
      decidedAt
    }
  }
`)

const MergeQuery = graphql(`
  query Merge($proposalId: ID!) {
    mergeProposal(proposalId: $proposalId) {
      ...MergeFacts
    }
  }
`)

export type MergeView = MergeFactsFragment

/** Two learners side by side, and the question whether they are one person. */
export function MergePage() {
  const { mergeProposal } = useRouteQuery(MergeQuery)
  const [search] = useSearchParams()
  // Which of the two stays is open until somebody proposes it.
  const isSwapped = mergeProposal.status === 'SUGGESTED' && search.has('swapped')
  const { merged, survivor } = mergeProposal
  const shown = isSwapped ? { ...mergeProposal, merged: survivor, survivor: merged } : mergeProposal
  const { label, tone } = mergeStatuses[shown.status]
  const { probability } = shown
  return (
    <Page
      title={`${fullName(merged)} and ${fullName(survivor)}`}
      lead={
        <span className="row">
          <Badge tone={tone}>{label}</Badge>
          {typeof probability === 'number' && (
            <span>{`${likelihood(probability)} one person: ${chance(probability)}, as the search reckoned.`}</span>
          )}
        </span>
      }
      above={
        <Link to={paths.merges()}>
          <ArrowLeft size={14} aria-hidden="true" /> Merges
        </Link>
      }
    >
      <MergeAnswers merge={shown} />
      <Card title="Side by side" note="Letters that differ are underlined." flush>
        <MergeSides merge={shown} />
      </Card>
      <Card title="History">
        <MergeHistory decisions={shown.decisions} />
      </Card>
    </Page>
  )
}
