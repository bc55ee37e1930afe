import { useSuspenseQuery } from '@apollo/client/react'
import { Suspense } from 'react'
import { RouterProvider as AriaRouterProvider } from 'react-aria-components'
import { Link, Outlet, ScrollRestoration, useHref, useLocation, useNavigate } from 'react-router'
import { AddressLink } from '../ui/button'
import { Logo } from '../ui/logo'
import { PageSkeleton } from '../ui/skeleton'
import { Toasts } from '../ui/toast'
import { addresses } from './addresses'
import type { AppDefinition } from './app'
import './app-frame.css'
import { FrameNav } from './frame-nav'
import { SignedOutPage, WrongRolePage } from './gate-pages'
import { type Viewer, ViewerContext, ViewerQuery } from './viewer'
import { ViewerMenu } from './viewer-menu'

/** What every page of an app stands in: skip link, brand, navigation, viewer, and the place for the page. */
export function AppFrame({ app }: { app: AppDefinition }) {
  const navigate = useNavigate()
  return (
    <AriaRouterProvider navigate={(to) => void navigate(to)} useHref={useHref}>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <Suspense fallback={<FrameSkeleton app={app} />}>
        <FrameForViewer app={app} />
      </Suspense>
      <Toasts />
      <ScrollRestoration />
    </AriaRouterProvider>
  )
}

function FrameForViewer({ app }: { app: AppDefinition }) {
  const { pathname } = useLocation()
  const { viewer } = useSuspenseQuery(ViewerQuery).data
  const admitted = viewer && app.roles.includes(viewer.role)
  const isOpen = app.open?.some(({ to }) => to === pathname) || app.openToo?.includes(pathname)
  return (
    <>
      <FrameHeader app={app} viewer={viewer ?? undefined} admitted={Boolean(admitted)} />
      <main id="main" className="frame-main" tabIndex={-1}>
        {!viewer && !isOpen && <SignedOutPage app={app} />}
        {viewer && !admitted && !isOpen && <WrongRolePage app={app} viewer={viewer} />}
        {(admitted || isOpen) && (
          <ViewerContext value={viewer ?? undefined}>
            <Suspense key={pathname} fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ViewerContext>
        )}
      </main>
      <footer className="frame-footer">
        <span>CreditGraph demonstration</span>
        <span>All people and records are invented.</span>
      </footer>
    </>
  )
}

function FrameHeader({ app, viewer, admitted }: { app: AppDefinition; viewer?: Viewer; admitted: boolean }) {
  const items = viewer && admitted ? app.nav(viewer) : (app.open ?? [])
  return (
    <header className="frame-header">
      <div className="frame-bar">
        <Link to="/" className="frame-brand">
          <Logo />
          <span>
            CreditGraph <span className="frame-app">{app.name}</span>
          </span>
        </Link>
        {items.length > 0 && <FrameNav label={app.name} items={items} />}
        {viewer && <ViewerMenu viewer={viewer} />}
        {!viewer && app.open && (
          <AddressLink kind="secondary" size="s" href={addresses.signIn()}>
            Sign in
          </AddressLink>
        )}
      </div>
    </header>
  )
}

function FrameSkeleton({ app }: { app: AppDefinition }) {
  return (
    <>
      <FrameHeader app={app} admitted={false} />
      <main id="main" className="frame-main">
        <PageSkeleton />
      </main>
    </>
  )
}
