import { ArrowLeft, ChevronLeft, ChevronRight, Keyboard } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { graphql } from '../../graphql'
import type { ReviewFactsFragment } from '../../graphql/graphql'
import { ago } from '../../shared/format/days'
import { plural } from '../../shared/format/numbers'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Button, ButtonLink } from '../../shared/ui/button'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { Evidence } from './evidence'
import { KeysDialog } from './keys-dialog'
import './review.css'
import { ReviewAside } from './review-aside'
import { reviewKinds, reviewStates } from './review-words'
import { useDecision } from './use-decision'
import { useQueue } from './use-queue'
import { useReviewKeys } from './use-review-keys'

export const ReviewFacts = graphql(`
  fragment ReviewFacts on ReviewCase {
    caseId
    kind
    part
    state
    rowCount
    credits
    openedAt
    undoableUntil
    provider {
      providerId
      name
    }
    claim {
      givenName
      familyName
      middleName
      suffix
      birthday
      state
      licenseOrNpi
      boardCode
      boardId
    }
    rows {
      batchId
      rowNumber
      credits
      askedAt
    }
    match {
      decisionId
      modelVersion
      dataVersion
      candidates {
        learnerId
        probability
        priorBits
        totalBits
        needsSecond
        learner {
          ...ReviewLearner
        }
        fields {
          field
          level
          bits
          given
          onFile
        }
        vetoes {
          name
          reason
          needsSecond
        }
      }
    }
    choice {
      isNobody
      learner {
        ...ReviewLearner
      }
    }
    history {
      step
      isNobody
      note
      by
      at
      learner {
        ...ReviewLearner
      }
    }
  }
`)

export const ReviewLearner = graphql(`
  fragment ReviewLearner on Learner {
    learnerId
    givenName
    middleName
    familyName
    suffix
    degree
  }
`)

const ReviewQuery = graphql(`
  query Review($caseId: ID!, $state: ReviewState, $kind: ReviewKind, $providerId: ID) {
    reviewCase(caseId: $caseId) {
      ...ReviewFacts
    }
    reviewCases(first: 100, state: $state, kind: $kind, providerId: $providerId) {
      edges {
        cursor
        node {
          caseId
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export type ReviewView = ReviewFactsFragment
export type Candidate = ReviewView['match']['candidates'][number]

/** One question who is meant: what was given beside each candidate, and the answer, by mouse or by keyboard. */
export function ReviewPage() {
  const { reviewCase: review, reviewCases } = useRouteQuery(ReviewQuery)
  const [picked, setPicked] = useState<string>()
  const navigate = useNavigate()
  const aside = useRef<HTMLElement>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const queue = useQueue(review.caseId, reviewCases)
  const decision = useDecision(review, queue.next ?? queue.list)
  const { candidates } = review.match
  const pick = (key: string | undefined) => {
    if (!key || review.state !== 'OPEN') return
    setPicked(key)
    aside.current?.querySelector<HTMLInputElement>(`input[value="${key}"]`)?.focus()
  }
  const go = (address: string | undefined) => address && void navigate(address)
  useReviewKeys({
    onNumber: (number) => pick(number === 0 ? 'nobody' : candidates[number - 1]?.learnerId),
    onEnter: () => aside.current?.querySelector('form')?.requestSubmit(),
    onKey: {
      j: () => go(queue.next),
      k: () => go(queue.previous),
      u: decision.undoLast,
      '?': () => setShowsKeys(true),
    },
  })
  const { provider, rowCount, openedAt } = review
  return (
    <Page
      title={[review.claim.givenName, review.claim.familyName].join(' ')}
      lead={
        <span className="row">
          <Badge tone={reviewKinds[review.kind].tone}>{reviewKinds[review.kind].label}</Badge>
          {review.state !== 'OPEN' && (
            <Badge tone={reviewStates[review.state].tone}>{reviewStates[review.state].label}</Badge>
          )}
          <span>{`${provider.name} · ${plural(rowCount, 'row')} waiting · asked ${ago(openedAt)}`}</span>
        </span>
      }
      above={
        <Link to={queue.list}>
          <ArrowLeft size={14} aria-hidden="true" /> Reviews
        </Link>
      }
      actions={
        <>
          {queue.place && <span className="soft small number">{queue.place}</span>}
          {queue.previous && (
            <ButtonLink kind="secondary" to={queue.previous}>
              <ChevronLeft size={16} aria-hidden="true" /> Previous
            </ButtonLink>
          )}
          {queue.next && (
            <ButtonLink kind="secondary" to={queue.next}>
              Next <ChevronRight size={16} aria-hidden="true" />
            </ButtonLink>
          )}
          <Button kind="quiet" onPress={() => setShowsKeys(true)}>
            <Keyboard size={16} aria-hidden="true" /> Keys
          </Button>
          <KeysDialog isOpen={showsKeys} onOpenChange={setShowsKeys} />
        </>
      }
    >
      <ProblemNotice problem={decision.problem} />
      <div className="columns">
        <Evidence review={review} picked={picked} />
        <aside ref={aside} className="review-aside" aria-label="Decision">
          <ReviewAside review={review} picked={picked} onPick={setPicked} decision={decision} />
        </aside>
      </div>
    </Page>
  )
}
