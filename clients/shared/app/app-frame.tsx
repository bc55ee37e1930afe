import { useSuspenseQuery } from '@apollo/client/react'
import { Suspense, useEffect, useRef } from 'react'
import { RouterProvider as AriaRouterProvider } from 'react-aria-components'
import { Link, NavLink, Outlet, ScrollRestoration, useHref, useLocation, useNavigate } from 'react-router'
import { AddressLink } from '../ui/button'
import { Logo } from '../ui/logo'
import { PageSkeleton } from '../ui/skeleton'
import { Toasts } from '../ui/toast'
import { addresses } from './addresses'
import type { AppDefinition } from './app'
import './app-frame.css'
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
  const isOpen = app.open?.some(({ to }) => to === pathname)
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
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const items = viewer && admitted ? app.nav(viewer) : (app.open ?? [])
  // Where the navigation is wider than the screen, the present page’s link is the one to see.
  useEffect(() => {
    if (pathname) nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return (
    <header className="frame-header">
      <div className="frame-bar">
        <Link to="/" className="frame-brand">
          <Logo />
          <span>
            CreditGraph <span className="frame-app">{app.name}</span>
          </span>
        </Link>
        {items.length > 0 && (
          <nav ref={nav} className="frame-nav" aria-label={app.name}>
            <ul>
              {items.map(({ to, label, icon: Icon }) => (
                <li key={to}>
                  <NavLink to={to} end={to === '/'}>
                    <Icon size={16} aria-hidden="true" />
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
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
