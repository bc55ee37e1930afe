import { FileSpreadsheet, Upload, UserPlus } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { BatchLineFragment } from '../../graphql/graphql'
import { addresses } from '../../shared/app/addresses'
import { useViewer } from '../../shared/app/viewer'
import { instant } from '../../shared/format/days'
import { plural } from '../../shared/format/numbers'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { AddressLink, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { EmptyState } from '../../shared/ui/empty-state'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { BatchTable } from '../batch/batch-table'
import { batchName } from '../batch/batch-words'
import { paths } from '../paths'

const HomeQuery = graphql(`
  query ProviderHome {
    batches(first: 8) {
      edges {
        cursor
        node {
          ...BatchLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What a reporter does next: send, correct, look. */
export function HomePage() {
  const viewer = useViewer()
  const batches = useRouteQuery(HomeQuery)
    .batches.edges.map((edge) => edge.node)
    .slice(0, 8)
  const attention = batches.filter((batch) => batch.state === 'DONE' && batch.counts.rejected > 0 && !batch.dryRun)
  return (
    <Page
      title={viewer.provider?.name ?? 'Home'}
      lead="Report what learners completed, and follow what becomes of every row."
      actions={
        <>
          <ButtonLink to={paths.upload}>
            <Upload size={16} aria-hidden="true" /> Upload a file
          </ButtonLink>
          <ButtonLink kind="secondary" to={paths.enterLearner()}>
            <UserPlus size={16} aria-hidden="true" /> Enter a learner
          </ButtonLink>
        </>
      }
    >
      <Attention batches={attention} />
      <Card title="Latest batches" actions={<Link to={paths.batches}>All batches</Link>} flush>
        <BatchTable
          batches={batches}
          empty={
            <EmptyState
              icon={FileSpreadsheet}
              title="Send your first learners"
              actions={
                <>
                  <ButtonLink to={paths.upload}>Upload a file</ButtonLink>
                  <AddressLink kind="secondary" href={addresses.sample} download>
                    Try the sample file
                  </AddressLink>
                </>
              }
            >
              Fill in the template and upload it, or try the sample of 500 rows with the errors that usually happen.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  )
}

function Attention({ batches }: { batches: readonly BatchLineFragment[] }) {
  const [first, ...others] = batches
  if (!first) return null
  return (
    <Notice
      tone="warn"
      title={`${plural(first.counts.rejected, 'row')} of ${batchName(first)} to correct`}
      actions={
        <ButtonLink size="s" to={paths.batch(first.batchId, { outcome: 'REJECTED' })}>
          See what to correct
        </ButtonLink>
      }
    >
      They came on {instant(first.createdAt)} and wait for you; the other rows are recorded.
      {others.length > 0 && ` So do rows of ${plural(others.length, 'other batch', 'other batches')} below.`}
    </Notice>
  )
}
