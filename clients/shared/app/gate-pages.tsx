import { ArrowRight, LogIn, UserRoundX } from 'lucide-react'
import { AddressLink } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'
import { addresses } from './addresses'
import type { AppDefinition } from './app'
import { type Viewer, viewerStanding } from './viewer'

/** Nobody is signed in. */
export function SignedOutPage({ app }: { app: AppDefinition }) {
  return (
    <Page title={`Sign in to the ${app.name}`}>
      <EmptyState
        icon={LogIn}
        title={`The ${app.name} is for ${app.audience}`}
        actions={<AddressLink href={addresses.signIn()}>Sign in</AddressLink>}
      >
        You come back to this page afterwards.
      </EmptyState>
    </Page>
  )
}

const homes: Record<Viewer['role'], { address: string; name: string } | undefined> = {
  PROVIDER_REPORTER: { address: addresses.providerPortal, name: 'Provider Portal' },
  LICENSING_BOARD: { address: addresses.boardDashboard, name: 'Board Dashboard' },
  CERTIFYING_BOARD: { address: addresses.boardDashboard, name: 'Board Dashboard' },
  PHYSICIAN: { address: addresses.passport, name: 'Passport' },
  PARTNER: undefined,
  OPERATOR: undefined,
}

/** Somebody is signed in whom this app is not for. */
export function WrongRolePage({ app, viewer }: { app: AppDefinition; viewer: Viewer }) {
  const home = homes[viewer.role]
  return (
    <Page title={`You are signed in as ${viewer.displayName}`}>
      <EmptyState
        icon={UserRoundX}
        title={`The ${app.name} is for ${app.audience}`}
        actions={
          <>
            {home && (
              <AddressLink href={home.address}>
                Go to the {home.name} <ArrowRight size={16} aria-hidden="true" />
              </AddressLink>
            )}
            <AddressLink kind="secondary" href={addresses.signIn()}>
              Switch person
            </AddressLink>
          </>
        }
      >
        {`${viewer.displayName}: ${viewerStanding(viewer)}. Go to your own app, or sign in as somebody else and come back here.`}
      </EmptyState>
    </Page>
  )
}
