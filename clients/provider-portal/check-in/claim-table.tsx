import { useApolloClient } from '@apollo/client/react'
import { ListFilter } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { CheckInClaimFragment, CheckInFactsFragment, ClaimState } from '../../graphql/graphql'
import { PointsLines } from '../../shared/credit/claimed-points'
import { instant } from '../../shared/format/days'
import { amount, count } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { CheckMark } from '../../shared/ui/checks'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { LoadMore } from '../../shared/ui/load-more'
import { paths } from '../paths'
import { ClaimAnswers } from './claim-answers'
import { claimStates, flagWords } from './claim-words'

const ClaimsQuery = graphql(`
  query CheckInClaims($checkInId: ID!, $state: ClaimState, $after: String) {
    checkIn(checkInId: $checkInId) {
      checkInId
      claims(first: 100, after: $after, state: $state) {
        edges {
          cursor
          node {
            ...CheckInClaim
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

export const CheckInClaim = graphql(`
  fragment CheckInClaim on AttendanceClaim {
    claimId
    state
    credits
    flags
    inSlot
    slotStartsAt
    attendeeNumber
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
      fix
    }
    attendee {
      givenName
      familyName
      degree
      licensingState
    }
  }
`)

/** The name of whoever claims. */
export const nameOf = ({ attendee: { givenName, familyName, degree } }: CheckInClaimFragment) =>
  `${givenName} ${familyName}, ${degree}`

const columns: Column<CheckInClaimFragment>[] = [
  {
    id: 'physician',
    header: 'Physician',
    isRowHeader: true,
    cell: (claim) => (
      <>
        <strong>{nameOf(claim)}</strong>
        <br />
        <span className="soft small">{claim.attendee.licensingState}</span>
      </>
    ),
  },
  {
    id: 'scanned',
    header: 'Checked in',
    cell: ({ scannedAt, inSlot }) => (
      <>
        {instant(scannedAt)}
        <br />
        <span className="soft small">{inSlot === 1 ? 'alone with this code' : `${count(inSlot)} with this code`}</span>
      </>
    ),
  },
  {
    id: 'credits',
    header: 'Credits',
    cell: ({ credits, points }) => (
      <>
        {credits ? amount(credits) : '–'}
        <PointsLines claimed={points} withTypes />
      </>
    ),
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ state }) => <Badge tone={claimStates[state].tone}>{claimStates[state].label}</Badge>,
  },
  {
    id: 'notes',
    header: 'What to know',
    grow: true,
    cell: (claim) => (
      <ul className="stack" data-gap="s">
        {flagWords(claim).map((words) => (
          <li key={words}>
            <Badge tone="warn">{words}</Badge>
          </li>
        ))}
        {claim.reason && <li>You wrote: {claim.reason}</li>}
        {claim.issues.map(({ code, message, fix }) => (
          <li key={`${code} ${message}`}>
            {message} <span className="soft">{fix}</span>
          </li>
        ))}
      </ul>
    ),
  },
]

/** Asks for the claims again when somebody has come or claimed since. */
function useFreshClaims({ attendees, waiting }: CheckInFactsFragment) {
  const client = useApolloClient()
  const known = `${attendees} ${waiting}`
  const last = useRef(known)
  useEffect(() => {
    if (known !== last.current) void client.refetchQueries({ include: ['CheckInClaims'] })
    last.current = known
  }, [client, known])
}

/** Who has checked in and what they claim, with what can be answered. */
export function ClaimTable({ checkIn }: { checkIn: CheckInFactsFragment }) {
  const { claims } = useRouteQuery(ClaimsQuery).checkIn
  const more = useLoadMore(ClaimsQuery)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  useFreshClaims(checkIn)
  const shown = claims.edges.map(({ node }) => node)
  const choose = (claimIds: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const claimId of claimIds) isChosen ? next.add(claimId) : next.delete(claimId)
    setChosen(next)
  }
  const choice: Column<CheckInClaimFragment> = {
    id: 'choice',
    header: 'Selected',
    plain: true,
    cell: (claim) =>
      claim.state === 'WAITING' && (
        <Checkbox
          className="check"
          aria-label={`Select ${nameOf(claim)}`}
          isSelected={chosen.has(claim.claimId)}
          onChange={(isChosen) => choose([claim.claimId], isChosen)}
        >
          <CheckMark />
        </Checkbox>
      ),
  }
  const waiting = shown.filter(({ state }) => state === 'WAITING').map(({ claimId }) => claimId)
  return (
    <Card title="Claims" flush>
      <StateLinks checkIn={checkIn} />
      {waiting.length > 0 && (
        <ClaimAnswers
          waiting={waiting}
          chosen={waiting.filter((claimId) => chosen.has(claimId))}
          onChooseAll={(isChosen) => choose(waiting, isChosen)}
        />
      )}
      <DataTable
        label="Claims"
        columns={[choice, ...columns]}
        items={shown}
        keyOf={({ claimId }) => claimId}
        empty={
          <EmptyState icon={ListFilter} title="Nobody here">
            Whoever scans the code or types it appears in this list.
          </EmptyState>
        }
      />
      {shown.length > 0 && <LoadMore shown={shown.length} noun="claim" page={claims.pageInfo} more={more} />}
    </Card>
  )
}

function StateLinks({ checkIn: { checkInId, waiting } }: { checkIn: CheckInFactsFragment }) {
  const chosen = useSearchParams()[0].get('state')
  const link = (state: ClaimState, shownCount?: number) => ({
    label: claimStates[state].label,
    to: paths.checkIn(checkInId, state),
    isCurrent: chosen === state,
    count: shownCount,
  })
  return (
    <FilterLinks
      label="Claims by state"
      options={[
        { label: 'All', to: paths.checkIn(checkInId), isCurrent: !chosen },
        link('WAITING', waiting),
        link('APPROVED'),
        link('REJECTED'),
        link('SCANNED'),
      ]}
    />
  )
}
