import { addresses } from '../app/addresses'
import type { Problem } from '../graph/problem'
import { AddressLink } from './button'
import { Notice } from './notice'
import { SupportNumber } from './support-number'

/** What stopped something the user did, and what to do about it. */
export function ProblemNotice({ problem }: { problem: Problem | undefined }) {
  if (!problem) return null
  return (
    <Notice
      tone="bad"
      title={problem.message}
      urgent
      actions={
        problem.kind === 'SIGNED_OUT' && (
          <AddressLink size="s" href={addresses.signIn()}>
            Sign in
          </AddressLink>
        )
      }
    >
      {problem.hint}
      <SupportNumber problem={problem} />
    </Notice>
  )
}
