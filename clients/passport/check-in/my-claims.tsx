import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../graphql'
import type { ClaimState, MyClaimFragment } from '../../graphql/graphql'
import { claimedWords, pointsWords } from '../../shared/credit/claimed-points'
import { day, duration } from '../../shared/format/days'
import { amount } from '../../shared/format/numbers'
import { problemOf } from '../../shared/graph/problem'
import { useAction } from '../../shared/graph/use-action'
import { Badge, type Tone } from '../../shared/ui/badge'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { NumberLine } from '../../shared/ui/number-line'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { choosePoints, claimedPoints, type PointsChanges, pointsObjection } from '../points/points-choice'
import { PointsFields } from '../points/points-fields'
import { useClaimablePoints } from '../points/use-claimable-points'
import { ClaimMutation } from './use-sync'

export const ClaimsQuery = graphql(`
  query AttendanceClaims {
    attendanceClaims(first: 10) {
      edges {
        cursor
        node {
          ...MyClaim
        }
      }
    }
  }
`)

export const MyClaim = graphql(`
  fragment MyClaim on AttendanceClaim {
    claimId
    state
    credits
    creditsOffered
    completedOn
    place
    flags
    scannedAt
    receivedAt
    reason
    points {
      ...ClaimedPoints
    }
    issues {
      code
      severity
      message
    }
    activity {
      activityId
      title
      credits
    }
  }
`)

const states: Record<ClaimState, { label: string; tone: Tone }> = {
  SCANNED: { label: 'Checked in, not claimed', tone: 'warn' },
  WAITING: { label: 'Not credit yet', tone: 'warn' },
  APPROVED: { label: 'Approved', tone: 'good' },
  REJECTED: { label: 'Not approved', tone: 'bad' },
}

/** What the physician has checked in to lately, and what became of it. */
export function MyClaims() {
  // Not by the page’s own waiting: without a network the rest of the page has to work.
  const { data, error } = useQuery(ClaimsQuery, { fetchPolicy: 'cache-and-network' })
  const problem = error && problemOf(error)
  const claims = data?.attendanceClaims.edges.map(({ node }) => node) ?? []
  return (
    <>
      <ProblemNotice problem={problem?.kind === 'OFFLINE' ? undefined : problem} />
      {claims.map((claim) => (
        <Card
          key={claim.claimId}
          title={claim.activity.title}
          note={`${day(claim.completedOn)} · ${claim.place}`}
          actions={<Badge tone={states[claim.state].tone}>{states[claim.state].label}</Badge>}
        >
          <div className="stack" data-gap="s">
            <Standing claim={claim} />
            {claim.flags.includes('LATE') && (
              <p className="soft small">
                It was sent {duration((Date.parse(claim.receivedAt) - Date.parse(claim.scannedAt)) / 1_000)} after the
                scan. The provider sees that.
              </p>
            )}
          </div>
        </Card>
      ))}
    </>
  )
}

function Standing({ claim }: { claim: MyClaimFragment }) {
  const claimed = claimedWords(claim.credits ?? 0, claim.points)
  switch (claim.state) {
    case 'SCANNED':
      return <ClaimForm claim={claim} />
    case 'WAITING':
      return (
        <>
          <p>You have claimed {claimed}. It counts once the provider has approved it, and nowhere before.</p>
          {claim.points.length > 0 && (
            <p className="soft small">
              {claim.points.map(pointsWords).join(' · ')}. Each board then has to accept its points.
            </p>
          )}
        </>
      )
    case 'APPROVED':
      return (
        <>
          <p>The provider has approved {claimed}. You find it under “My credit”.</p>
          {claim.issues
            .filter(({ severity }) => severity === 'ERROR')
            .map(({ code, message }) => (
              <p key={`${code} ${message}`}>Not recorded: {message}</p>
            ))}
        </>
      )
    case 'REJECTED':
      return (
        <p>
          The provider has not approved {claimed}: {claim.reason}
        </p>
      )
  }
}

/** Claims as much as was earned, with the points of boards that come with it. */
function ClaimForm({ claim: { claimId, creditsOffered, completedOn, activity } }: { claim: MyClaimFragment }) {
  const [earned, setEarned] = useState<number | null>(creditsOffered)
  const [changes, setChanges] = useState<PointsChanges>({})
  const { offered, loading } = useClaimablePoints(activity.activityId, completedOn)
  const awarded = activity.credits ?? 0
  const choices = earned ? choosePoints(offered, changes, { credits: earned, awarded }) : []
  const action = useAction(ClaimMutation)
  return (
    <form
      className="stack"
      data-gap="s"
      onSubmit={(event) => {
        event.preventDefault()
        if (earned !== null) void action.run({ claimId, credits: earned, points: claimedPoints(choices) })
      }}
    >
      <NumberLine
        label="Credits earned"
        decimal
        value={earned}
        onChange={setEarned}
        hint={`At most ${amount(creditsOffered)}. Claim what you took part in. The provider sees your name, your state of licensure and the time, and has to approve the claim.`}
      />
      <PointsFields choices={choices} changes={changes} onChange={setChanges} />
      <ProblemNotice problem={action.problem} />
      <div className="row">
        <Button
          type="submit"
          isPending={action.pending || loading}
          isDisabled={earned === null || pointsObjection(choices) !== undefined}
          aria-label={`Claim credit for ${activity.title}`}
        >
          Claim
        </Button>
      </div>
    </form>
  )
}
