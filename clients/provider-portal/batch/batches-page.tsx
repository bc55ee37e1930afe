import { FileSpreadsheet } from 'lucide-react'
import { graphql } from '../../graphql'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import { BatchTable } from './batch-table'

const BatchesQuery = graphql(`
  query Batches($after: String) {
    batches(first: 25, after: $after) {
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

/** Everything that was sent, newest first. */
export function BatchesPage() {
  const { batches } = useRouteQuery(BatchesQuery)
  const more = useLoadMore(BatchesQuery)
  const upload = <ButtonLink to={paths.upload}>Upload a file</ButtonLink>
  return (
    <Page title="Batches" lead="Every file and every learner you sent, with what became of each row." actions={upload}>
      <Card flush>
        <BatchTable
          batches={batches.edges.map((edge) => edge.node)}
          empty={
            <EmptyState icon={FileSpreadsheet} title="Nothing was sent yet" actions={upload}>
              Upload a spreadsheet in the learner template; you see each row’s outcome a moment later.
            </EmptyState>
          }
        />
        {batches.edges.length > 0 && (
          <LoadMore shown={batches.edges.length} noun="batch" nouns="batches" page={batches.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
