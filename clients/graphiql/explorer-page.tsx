import { Lock } from 'lucide-react'
import { lazy, use } from 'react'
import { AddressLink } from '../shared/ui/button'
import { EmptyState } from '../shared/ui/empty-state'
import { Page } from '../shared/ui/page'
import { exploredGraph } from './explored-graph'

/** The editor is large; it is fetched for those alone who may explore. */
const Explorer = lazy(() => import('./explorer'))

/** The explorer, for whoever may read the whole graph. */
export function ExplorerPage() {
  const graph = use(exploredGraph())
  return graph ? <Explorer graph={graph} /> : <ClosedPage />
}

function ClosedPage() {
  return (
    <Page title="Explorer">
      <EmptyState
        icon={Lock}
        title="The Explorer is for boards, partners and the operators of the platform"
        actions={<AddressLink href="/developers">Read how programs ask</AddressLink>}
      >
        Programs of everybody else run operations that are registered for their account.
      </EmptyState>
    </Page>
  )
}
