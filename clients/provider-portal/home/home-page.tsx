import { FilePlus2, FileSpreadsheet, Upload } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import { addresses } from '../../shared/app/addresses'
import { useViewer } from '../../shared/app/viewer'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { AttentionList } from '../../shared/ui/attention-list'
import { AddressLink, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { EmptyState } from '../../shared/ui/empty-state'
import { Page } from '../../shared/ui/page'
import { BatchTable } from '../batch/batch-table'
import { paths } from '../paths'
import { attentionItems } from './attention-items'
import { FirstSteps } from './first-steps'

const HomeQuery = graphql(`
  query ProviderHome {
    activityAttention {
      attention
      count
    }
    yearEnd {
      year
      deadlineOn
      daysLeft
      isComplete
      steps {
        name
        isDone
      }
    }
    activities(first: 1) {
      totalCount
      edges {
        cursor
        node {
          activityId
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    activityBatches(first: 8) {
      edges {
        cursor
        node {
          batchId
          fileName
          state
          dryRun
          counts {
            rejected
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
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
    creditRequestCounts {
      open
      reminded
      overdue
    }
    submissionCounts {
      rejected
      overdue
    }
  }
`)

/** What needs attention today, and what a coordinator does next. */
export function HomePage() {
  const viewer = useViewer()
  const home = useRouteQuery(HomeQuery)
  const batches = home.batches.edges.map((edge) => edge.node).slice(0, 8)
  const isNew = home.activities.totalCount === 0
  return (
    <Page
      title={viewer.provider?.name ?? 'Home'}
      lead="Enter activities, report what learners completed, and follow what becomes of every row."
      actions={
        <>
          <ButtonLink to={paths.newActivity}>
            <FilePlus2 size={16} aria-hidden="true" /> New activity
          </ButtonLink>
          <ButtonLink kind="secondary" to={paths.upload}>
            <Upload size={16} aria-hidden="true" /> Upload learners
          </ButtonLink>
        </>
      }
    >
      {isNew ? (
        <FirstSteps />
      ) : (
        <AttentionList
          items={attentionItems(home)}
          otherwise="Drafts, ended activities, files with rows to correct and deadlines appear here."
        />
      )}
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
