import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useViewer, type Viewer } from '../../shared/app/viewer'
import { instant } from '../../shared/format/days'
import { useResource } from '../../shared/rest/use-resource'
import { Badge } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { CopyButton } from '../../shared/ui/copy-button'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { accountName } from '../compare/account-name'
import { DecideRequest } from './decide-request'
import { type PartnerRequest, type PartnerRequests, partnerRequestsAddress } from './partner-request-data'

const columns = (viewer: Viewer, onChange: (answer: PartnerRequests) => void): Column<PartnerRequest>[] => [
  {
    id: 'who',
    header: 'Who asks',
    isRowHeader: true,
    cell: ({ name, organization, email }) => (
      <>
        <strong>{name}</strong>, {organization}
        <br />
        <span className="soft small">{email}</span>
      </>
    ),
  },
  { id: 'purpose', header: 'What for', grow: true, cell: ({ purpose }) => purpose },
  { id: 'asked', header: 'Asked', cell: ({ askedAt }) => instant(askedAt) },
  { id: 'standing', header: 'Standing', cell: (request) => <Standing of={request} viewer={viewer} /> },
  {
    id: 'decide',
    header: 'Decide',
    plain: true,
    cell: (request) => <DecideRequest of={request} onChange={onChange} />,
  },
]

/** Who asks for the account of a partner, and what was decided. */
export function PartnerRequestsPage() {
  const viewer = useViewer()
  const [{ requests }, setAnswer] = useResource<PartnerRequests>(partnerRequestsAddress)
  const [invitation, setInvitation] = useState<string>()
  const onChange = (answer: PartnerRequests) => {
    setAnswer(answer)
    setInvitation(answer.invitation && `${window.location.origin}${answer.invitation}`)
  }
  return (
    <Page
      title="Partner accounts"
      lead="Organizations that want to build on the platform. Accepting opens an account, and gives you an invitation to send to the address that was given."
    >
      {invitation && (
        <Notice
          tone="good"
          title="Send this link. It is shown this once, and signs in once within seven days."
          urgent
          actions={<CopyButton text={invitation} what="the link" />}
        >
          <span className="code">{invitation}</span>
        </Notice>
      )}
      <Card flush>
        <DataTable
          label="Requests"
          columns={columns(viewer, onChange)}
          items={requests}
          keyOf={({ requestId }) => requestId}
          empty={
            <EmptyState icon={UserPlus} title="Nobody asks">
              Requests appear here when somebody asks for an account on the front page of the Partner Portal.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  )
}

function Standing({ of: { decision, decidedBy, decidedAt }, viewer }: { of: PartnerRequest; viewer: Viewer }) {
  if (!decision || !decidedBy || !decidedAt) return <Badge tone="warn">Waits</Badge>
  return (
    <>
      <Badge tone={decision === 'ACCEPTED' ? 'good' : 'plain'}>
        {decision === 'ACCEPTED' ? 'Accepted' : 'Declined'}
      </Badge>
      <br />
      <span className="soft small">
        {accountName(decidedBy, viewer)}, {instant(decidedAt)}
      </span>
    </>
  )
}
