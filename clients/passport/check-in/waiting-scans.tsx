import { instant } from '../../shared/format/days'
import type { Problem } from '../../shared/graph/problem'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { changeScan, dropScan, type KeptScan } from './kept-scans'

/** Scans that have not reached CreditGraph, and what is in the way. */
export function WaitingScans({ scans, problem }: { scans: readonly KeptScan[]; problem: Problem | undefined }) {
  return (
    <>
      {problem && problem.kind !== 'OFFLINE' && scans.length > 0 && <ProblemNotice problem={problem} />}
      {scans.map((scan) =>
        scan.refusal ? (
          <Refused key={scan.scanId} scan={scan} refusal={scan.refusal} />
        ) : (
          <Waiting key={scan.scanId} scan={scan} isOffline={problem?.kind === 'OFFLINE'} />
        ),
      )}
    </>
  )
}

function Refused({ scan: { scanId, scannedAt }, refusal }: { scan: KeptScan; refusal: string }) {
  return (
    <Notice
      tone="bad"
      urgent
      title={refusal}
      actions={
        <>
          <Button size="s" kind="secondary" onPress={() => changeScan(scanId, { refusal: undefined })}>
            Send it again
          </Button>
          <Button size="s" kind="quiet" onPress={() => dropScan(scanId)}>
            Remove
          </Button>
        </>
      }
    >
      The code was read on {instant(new Date(scannedAt).toISOString())}. You are not checked in by it.
    </Notice>
  )
}

function Waiting({ scan: { scanId, scannedAt, claims }, isOffline }: { scan: KeptScan; isOffline: boolean }) {
  const readAt = instant(new Date(scannedAt).toISOString())
  if (!isOffline) return <p role="status">Checking in with the code of {readAt}…</p>
  return (
    <Card title="Kept on this device" note={`Code read on ${readAt}`}>
      <div className="stack" data-gap="s" role="status">
        <p>
          {claims ? 'Your claim is' : 'Your check-in is'} sent by itself once there is a network and Passport is open
          here. Do not clear this browser’s data before. The provider sees that it was sent late.
        </p>
        {claims ? (
          <p>All the credit that is offered is claimed with it, and the points of boards that certify you.</p>
        ) : (
          <div className="row">
            <Button onPress={() => changeScan(scanId, { claims: true })}>Claim what is offered</Button>
            <span className="soft small">Or claim later, with an amount of your own.</span>
          </div>
        )}
      </div>
    </Card>
  )
}
