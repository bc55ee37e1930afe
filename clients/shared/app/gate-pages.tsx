import { ArrowRight, LogIn, UserRoundX } from 'lucide-react'
import { AddressLink } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'
import { addresses } from './addresses'
import type { AppDefinition } from './app'
import { type Viewer, viewerStanding } from './viewer'

const purpose = ({ calledName, audience }: AppDefinition) =>
  `${calledName.charAt(0).toUpperCase()}${calledName.slice(1)} is for ${audience}`

/** Nobody is signed in. */
export function SignedOutPage({ app }: { app: AppDefinition }) {
  return (
    <Page title={`Sign in to ${app.calledName}`}>
      <EmptyState
        icon={LogIn}
        title={purpose(app)}
        actions={<AddressLink href={addresses.signIn()}>Sign in</AddressLink>}
      >
        You come back to this page afterwards.
      </EmptyState>
    </Page>
  )
}

const homes: Record<Viewer['role'], { address: string; name: string } | undefined> = {
  PROVIDER_REPORTER: { address: addresses.providerPortal, name: 'the Provider Portal' },
  LICENSING_BOARD: { address: addresses.boardDashboard, name: 'the Board Dashboard' },
  CERTIFYING_BOARD: { address: addresses.boardDashboard, name: 'the Board Dashboard' },
  PHYSICIAN: { address: addresses.passport, name: 'Passport' },
  PARTNER: { address: addresses.partnerPortal, name: 'the Partner Portal' },
  OPERATOR: { address: addresses.operator, name: 'the Operator app' },
}

/** Somebody is signed in whom this app is not for. */
export function WrongRolePage({ app, viewer }: { app: AppDefinition; viewer: Viewer }) {
  const home = homes[viewer.role]
  return (
    <Page title={`You are signed in as ${viewer.displayName}`}>
      <EmptyState
        icon={UserRoundX}
        title={purpose(app)}
        actions={
          <>
            {home && (
              <AddressLink href={home.address}>
                Go to {home.name} <ArrowRight size={16} aria-hidden="true" />
              </AddressLink>
            )}
            <AddressLink kind="secondary" href={addresses.signIn()}>
              Switch person
            </AddressLink>
          </>
        }
      >
        {`${viewerStanding(viewer)}. ${home ? 'Go to the app for that, or sign in' : 'Sign in'} as somebody else and come back here.`}
      </EmptyState>
    </Page>
  )
}
