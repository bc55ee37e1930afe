import { Compass } from 'lucide-react'
import { ButtonLink } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'

/** An address of the app that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <EmptyState
        icon={Compass}
        title="Nothing is at this address"
        actions={<ButtonLink to="/">Go to Home</ButtonLink>}
      >
        The link may be old or mistyped. Everything you can open is in the navigation above.
      </EmptyState>
    </Page>
  )
}
