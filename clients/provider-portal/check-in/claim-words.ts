import type { CheckInClaimFragment, ClaimFlag, ClaimState } from '../../graphql/graphql'
import { count, plural } from '../../shared/format/numbers'
import type { Tone } from '../../shared/ui/badge'

/** How the provider reads where a claim stands. */
export const claimStates: Record<ClaimState, { label: string; tone: Tone }> = {
  SCANNED: { label: 'Checked in', tone: 'plain' },
  WAITING: { label: 'To approve', tone: 'warn' },
  APPROVED: { label: 'Approved', tone: 'good' },
  REJECTED: { label: 'Rejected', tone: 'bad' },
}

const flagSentences: Record<ClaimFlag, (claim: CheckInClaimFragment) => string> = {
  LATE: ({ scannedAt, receivedAt }) => `Sent ${waited(Date.parse(receivedAt) - Date.parse(scannedAt))} after the scan`,
  OVER_EXPECTED: ({ attendeeNumber }) => `Number ${count(attendeeNumber)}, more than expected`,
  SHARED_DEVICE: () => 'Same device as somebody else',
}

/** What to look at before a claim is approved, in words. */
export const flagWords = (claim: CheckInClaimFragment) => claim.flags.map((flag) => flagSentences[flag](claim))

/** A wait in the largest unit that fits it. */
export function waited(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return 'less than a minute'
  return minutes < 100 ? plural(minutes, 'minute') : plural(Math.round(minutes / 60), 'hour')
}
