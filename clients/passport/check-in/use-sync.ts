import type { ApolloClient } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { graphql } from '../../graphql'
import { type Problem, type ProblemKind, problemOf } from '../../shared/graph/problem'
import {
  changeScan,
  deviceId,
  dropScan,
  type KeptScan,
  keptScans,
  scansToSend,
  secondsSince,
  useKeptScans,
} from './kept-scans'

const ScanMutation = graphql(`
  mutation ScanCheckIn($input: ScanInput!) {
    scanCheckIn(input: $input) {
      ...MyClaim
    }
  }
`)

export const ClaimMutation = graphql(`
  mutation ClaimAttendance($claimId: ID!, $credits: Amount, $points: [ClaimedPointsInput!]) {
    claimAttendance(claimId: $claimId, credits: $credits, points: $points) {
      ...MyClaim
    }
  }
`)

/** How long after a failure it is tried again, when the browser does not say before that it is online. */
const retryMs = 15_000
/** What may pass by itself: the scan stays and is sent again. */
const passing: ReadonlySet<ProblemKind> = new Set(['OFFLINE', 'FAULT', 'SIGNED_OUT'])

let isSending = false

/** Sends what this browser keeps for an account, now and whenever there is a network; returns what is in the way. */
export function useSync(accountId: string | undefined): Problem | undefined {
  const client = useApolloClient()
  const scans = useKeptScans()
  const [problem, setProblem] = useState<Problem>()
  const due = accountId ? scansToSend(scans, accountId).map(({ scanId }) => scanId) : []
  const isDue = due.join(' ')
  useEffect(() => {
    if (!accountId || !isDue) return
    const send = () => void sendAll(client, accountId).then((found) => setProblem(() => found))
    send()
    const timer = setInterval(send, retryMs)
    window.addEventListener('online', send)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', send)
    }
  }, [client, accountId, isDue])
  return isDue ? problem : undefined
}

/** Sends one scan after the other until something is in the way that may pass. */
async function sendAll(client: ApolloClient, accountId: string): Promise<Problem | undefined> {
  if (isSending) return undefined
  isSending = true
  try {
    for (const scan of scansToSend(keptScans(), accountId)) {
      const problem = await sendScan(client, scan)
      if (!problem) continue
      if (passing.has(problem.kind)) return problem
      changeScan(scan.scanId, { refusal: problem.message })
    }
    return undefined
  } finally {
    isSending = false
  }
}

/** Checks in and, where that was wanted, claims. Both can be repeated safely, so that the scan is kept until both are done. */
async function sendScan(client: ApolloClient, { scanId, code, scannedAt }: KeptScan): Promise<Problem | undefined> {
  try {
    const input = { code, secondsAgo: secondsSince(scannedAt, Date.now()), deviceId: deviceId() }
    const { data } = await client.mutate({ mutation: ScanMutation, variables: { input } })
    const claimId = data?.scanCheckIn.claimId
    if (claimId && keptScans().some((scan) => scan.scanId === scanId && scan.claims))
      await client.mutate({ mutation: ClaimMutation, variables: { claimId } })
  } catch (error) {
    return problemOf(error)
  }
  dropScan(scanId)
  await client.refetchQueries({ include: ['AttendanceClaims'] })
}
