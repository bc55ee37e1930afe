import { CloudOff, FileQuestion, LogIn, ShieldAlert, Wrench } from 'lucide-react'
import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { type Problem, type ProblemKind, problemOf } from '../graph/problem'
import { AddressLink, Button, ButtonLink } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'
import { SupportNumber } from '../ui/support-number'
import { addresses } from './addresses'
import './app-frame.css'

const looks = {
  SIGNED_OUT: { icon: LogIn, title: 'Sign in to go on' },
  FORBIDDEN: { icon: ShieldAlert, title: 'Not open to you' },
  NOT_FOUND: { icon: FileQuestion, title: 'Not found' },
  OFFLINE: { icon: CloudOff, title: 'No connection' },
  REFUSED: { icon: FileQuestion, title: 'That did not work' },
  FAULT: { icon: Wrench, title: 'Something went wrong here' },
} satisfies Record<ProblemKind, object>

const reload = () => window.location.reload()

/** The error state of a page: what happened and what to do. State lives in the address, so loading again loses nothing. */
export function RouteProblem() {
  const problem = problemOf(useRouteError())
  const { icon, title } = looks[problem.kind]
  useEffect(() => {
    if (problem.kind !== 'OFFLINE') return
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [problem.kind])
  return (
    <Page title={title}>
      <EmptyState icon={icon} title={problem.message} actions={<NextStep problem={problem} />}>
        {problem.hint ?? nextSentences[problem.kind]}
        <SupportNumber problem={problem} />
      </EmptyState>
    </Page>
  )
}

const nextSentences: Record<ProblemKind, string> = {
  SIGNED_OUT: 'You come back to this page afterwards.',
  FORBIDDEN: 'Ask a colleague who has access, or go back.',
  NOT_FOUND: 'It may have been removed, or it belongs to somebody else.',
  OFFLINE: 'Check your connection.',
  REFUSED: 'Check the address, or start again from Home.',
  FAULT: 'Try again in a moment.',
}

function NextStep({ problem }: { problem: Problem }) {
  if (problem.kind === 'SIGNED_OUT') return <AddressLink href={addresses.signIn()}>Sign in</AddressLink>
  if (problem.kind === 'OFFLINE' || problem.kind === 'FAULT') return <Button onPress={reload}>Try again</Button>
  return <ButtonLink to="/">Go to Home</ButtonLink>
}

/** The error state when even the frame could not be drawn. */
export function WholeProblem() {
  return (
    <main className="frame-main">
      <RouteProblem />
    </main>
  )
}
