import { KeyRound } from 'lucide-react'
import { instant } from '../../shared/format/days'
import { useResource } from '../../shared/rest/use-resource'
import { Badge } from '../../shared/ui/badge'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { Page } from '../../shared/ui/page'
import { addresses, paths } from '../paths'
import { type Key, type Keys, sandboxNames } from './key-data'
import { RevokeKey } from './revoke-key'

const columns = (onChange: (keys: Keys) => void): Column<Key>[] => [
  {
    id: 'label',
    header: 'Key',
    isRowHeader: true,
    grow: true,
    cell: ({ label, clientId }) => (
      <>
        <strong>{label}</strong>
        <br />
        <span className="soft small code">{clientId}</span>
      </>
    ),
  },
  {
    id: 'opens',
    header: 'Opens',
    cell: ({ sandboxRole, scopes }) => (
      <>
        {sandboxRole ? <Badge tone="info">Sandbox</Badge> : <Badge>Real data</Badge>}
        <br />
        <span className="soft small">
          {sandboxRole && `${sandboxNames[sandboxRole]}: `}
          {scopes?.join(', ') ?? 'everything that this account may do'}
        </span>
      </>
    ),
  },
  { id: 'used', header: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt ? instant(lastUsedAt) : 'Never') },
  { id: 'state', header: 'Standing', cell: (key) => <Standing of={key} /> },
  {
    id: 'revoke',
    header: 'Revoke',
    plain: true,
    cell: (key) => key.isLive && <RevokeKey of={key} onChange={onChange} />,
  },
]

/** The keys with which programs act for this account. */
export function KeysPage() {
  const [keys, setKeys] = useResource<Keys>(addresses.keys)
  return (
    <Page
      title="Keys"
      lead={`A key lets a program act for this account. Keep ${keys.maxLive} while you replace one: make the new one, change your program, revoke the old one.`}
      actions={<ButtonLink to={paths.newKey}>Make a key</ButtonLink>}
    >
      <Card flush>
        <DataTable
          label="Keys"
          columns={columns(setKeys)}
          items={keys.keys}
          keyOf={({ keyId }) => keyId}
          empty={
            <EmptyState icon={KeyRound} title="No key yet">
              Begin with a key to the sandbox: it opens made-up data only, so nothing can go wrong.
            </EmptyState>
          }
        />
      </Card>
      <Card title="Tokens instead of keys">
        <p className="reading">
          A program may send its key as it is, or exchange it for a token of fifteen minutes by OAuth:{' '}
          <span className="code">POST /oauth/token</span> with{' '}
          <span className="code">grant_type=client_credentials</span>. The client id is what stands before the point of
          a key, the client secret what stands behind it.
        </p>
      </Card>
    </Page>
  )
}

function Standing({ of: { isLive, revokedAt, expiresAt } }: { of: Key }) {
  if (revokedAt) return <Badge tone="bad">{`Revoked ${instant(revokedAt)}`}</Badge>
  return isLive ? (
    <Badge tone="good">{`Until ${instant(expiresAt)}`}</Badge>
  ) : (
    <Badge tone="warn">{`Ended ${instant(expiresAt)}`}</Badge>
  )
}
