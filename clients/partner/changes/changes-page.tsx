import { day } from '../../shared/format/days'
import { useResource } from '../../shared/rest/use-resource'
import { Badge, type Tone } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { Page } from '../../shared/ui/page'
import { addresses } from '../paths'

interface Change {
  level: 'BREAKING' | 'DANGEROUS' | 'NON_BREAKING'
  coordinate: string
  message: string
  reason?: string
}

/** What `/api-changes.json` answers, the newest version first. */
interface Release {
  version: string
  releasedOn: string
  changes: Change[]
}

const levels: Record<Change['level'], { label: string; tone: Tone }> = {
  BREAKING: { label: 'Breaks', tone: 'bad' },
  DANGEROUS: { label: 'Look at it', tone: 'warn' },
  NON_BREAKING: { label: 'Safe', tone: 'good' },
}

const columns: Column<Change>[] = [
  {
    id: 'what',
    header: 'Change',
    isRowHeader: true,
    grow: true,
    cell: ({ message, reason }) => (
      <>
        {message}
        {reason && <p className="soft small">{reason}</p>}
      </>
    ),
  },
  {
    id: 'level',
    header: 'What it means',
    oneLine: true,
    cell: ({ level }) => <Badge tone={levels[level].tone}>{levels[level].label}</Badge>,
  },
]

const order: readonly Change['level'][] = ['BREAKING', 'DANGEROUS', 'NON_BREAKING']
const byLevel = (one: Change, other: Change) => order.indexOf(one.level) - order.indexOf(other.level)

/** What every release has changed of the API, what may break a program first. */
export function ChangesPage() {
  const [releases] = useResource<Release[]>(addresses.changes)
  return (
    <Page
      title="Changes of the API"
      lead="Operations that are registered are checked against a release before it takes over. This is what to know for what you write next."
    >
      {releases.map(({ version, releasedOn, changes }) => (
        <Card key={version} title={`Version ${version}`} note={day(releasedOn)} flush>
          <DataTable
            label={`Changes of version ${version}`}
            columns={columns}
            items={changes.toSorted(byLevel)}
            keyOf={({ coordinate, message }) => `${coordinate} ${message}`}
            empty={<p className="soft">Nothing that programs would notice.</p>}
          />
        </Card>
      ))}
    </Page>
  )
}
