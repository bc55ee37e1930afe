import { useApolloClient } from '@apollo/client/react'
import { BookOpen, Download, FilePlus2, FileUp, TableProperties } from 'lucide-react'
import { useState } from 'react'
import { graphql } from '../../../graphql'
import { plural } from '../../../shared/format/numbers'
import { type Problem, problemOf } from '../../../shared/graph/problem'
import { useLoadMore } from '../../../shared/graph/use-load-more'
import { useRouteQuery, useRouteVariables } from '../../../shared/graph/use-route-query'
import { Button, ButtonLink } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { DataTable } from '../../../shared/ui/data-table'
import { EmptyState } from '../../../shared/ui/empty-state'
import { LoadMore } from '../../../shared/ui/load-more'
import { Page } from '../../../shared/ui/page'
import { ProblemNotice } from '../../../shared/ui/problem-notice'
import { toast } from '../../../shared/ui/toast'
import { paths } from '../../paths'
import { activityColumns } from './activity-columns'
import { ActivityFilters } from './activity-filters'
import { exportActivities } from './export-activities'
import { useFilters } from './use-filters'

const ActivitiesQuery = graphql(`
  query Activities(
    $search: String
    $status: ActivityStatus
    $attention: ActivityAttention
    $formats: [ActivityFormat!]
    $year: Int
    $displayInPassport: Boolean
    $sort: ActivitySort! = STARTS_DESC
    $after: String
  ) {
    activities(
      first: 25
      after: $after
      search: $search
      status: $status
      attention: $attention
      formats: $formats
      year: $year
      displayInPassport: $displayInPassport
      sort: $sort
    ) {
      totalCount
      edges {
        cursor
        node {
          ...ActivityLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** The provider’s activities, searched, filtered and ordered in the address. */
export function ActivitiesPage() {
  const { activities } = useRouteQuery(ActivitiesQuery)
  const more = useLoadMore(ActivitiesQuery)
  const filters = useFilters()
  const start = (
    <ButtonLink to={paths.newActivity}>
      <FilePlus2 size={16} aria-hidden="true" /> New activity
    </ButtonLink>
  )
  return (
    <Page
      title="Activities"
      lead="What learners can have completed, from draft to closed."
      actions={
        <>
          {start}
          <ButtonLink kind="secondary" to={paths.importActivities}>
            <FileUp size={16} aria-hidden="true" /> Import a file
          </ButtonLink>
        </>
      }
    >
      <ActivityFilters filters={filters} />
      <Card flush>
        <ListActions total={activities.totalCount} filterText={filters.text} />
        <DataTable
          label="Activities"
          columns={activityColumns}
          items={activities.edges.map((edge) => edge.node)}
          keyOf={(activity) => activity.activityId}
          empty={
            filters.isEmpty ? (
              <EmptyState icon={BookOpen} title="Enter your first activity" actions={start}>
                A title is enough to begin; or import the activities you have in a spreadsheet.
              </EmptyState>
            ) : (
              <EmptyState
                icon={BookOpen}
                title="No activity fits"
                actions={
                  <Button kind="secondary" onPress={filters.clear}>
                    Clear all filters
                  </Button>
                }
              >
                Try fewer letters or fewer filters.
              </EmptyState>
            )
          }
        />
        {activities.edges.length > 0 && (
          <LoadMore
            shown={activities.edges.length}
            noun="activity"
            nouns="activities"
            page={activities.pageInfo}
            more={more}
          />
        )}
      </Card>
    </Page>
  )
}

/** How many the filter finds, and what can be done with all of them. */
function ListActions({ total, filterText }: { total: number; filterText: string }) {
  const client = useApolloClient()
  const filter = useRouteVariables(ActivitiesQuery)
  const [progress, setProgress] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const write = async () => {
    setProblem(undefined)
    try {
      const count = await exportActivities(client, { sort: 'STARTS_DESC', ...filter }, (done, all) =>
        setProgress(`${done} of ${all}`),
      )
      toast(`${plural(count, 'activity', 'activities')} exported.`)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setProgress(undefined)
    }
  }
  return (
    <div className="list-actions">
      <ProblemNotice problem={problem} />
      <div className="row" data-apart>
        <p role="status" className="number">
          {plural(total, 'activity', 'activities')}
        </p>
        <div className="row">
          <ButtonLink kind="secondary" size="s" to={paths.activityTable(filterText)}>
            <TableProperties size={14} aria-hidden="true" /> Edit in a table
          </ButtonLink>
          <Button kind="secondary" size="s" isPending={progress !== undefined} onPress={() => void write()}>
            <Download size={14} aria-hidden="true" /> {progress ? `Exporting ${progress}` : 'Export as CSV'}
          </Button>
        </div>
      </div>
    </div>
  )
}
