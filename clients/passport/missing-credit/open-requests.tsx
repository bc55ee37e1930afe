import { Link } from 'react-router'
import type { CreditRequestLineFragment } from '../../graphql/graphql'
import { Card } from '../../shared/ui/card'
import { paths } from '../paths'
import { RequestList } from './request-list'

/** What the physician has asked for and nobody has confirmed; apart from credit, and in no total. */
export function OpenRequests({ requests }: { requests: readonly CreditRequestLineFragment[] }) {
  if (requests.length === 0) return null
  return (
    <Card
      title="Requested, not confirmed"
      note="Not counted anywhere until its provider confirms it"
      actions={<Link to={paths.missing}>All requests</Link>}
      flush
    >
      <RequestList label="Requested, not confirmed" requests={requests} empty={null} />
    </Card>
  )
}
