import { useQuery } from '@apollo/client/react'
import { graphql } from '../../graphql'
import { instant } from '../../shared/format/days'
import { problemOf } from '../../shared/graph/problem'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { Card } from '../../shared/ui/card'
import { LoadMore } from '../../shared/ui/load-more'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { BlockSkeleton } from '../../shared/ui/skeleton'
import './activity-history.css'
import { printValue } from './form/print-value'

const HistoryQuery = graphql(`
  query ActivityHistory($activityId: ID!, $after: String) {
    activity(activityId: $activityId) {
      activityId
      version
      history(first: 10, after: $after) {
        edges {
          cursor
          node {
            version
            verb
            at
            by
            fields {
              name
              label
              before
              after
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

const verbWords: Record<string, string> = {
  CREATE: 'entered it',
  EDIT: 'changed it',
  ACTIVATE: 'made it active',
  CLOSE: 'closed it',
  REOPEN: 'reopened it',
  DELETE: 'deleted it',
  COPY: 'copied it from another activity',
  UNDO: 'took a change back',
}

/** Who changed what of an activity, and when; the newest first. */
export function ActivityHistory({ activityId }: { activityId: string }) {
  const { data, error } = useQuery(HistoryQuery, { variables: { activityId }, fetchPolicy: 'cache-and-network' })
  const more = useLoadMore(HistoryQuery, { activityId })
  const history = data?.activity.history
  return (
    <Card title="History">
      <ProblemNotice problem={error && problemOf(error)} />
      {!history && !error && <BlockSkeleton label="history" />}
      <ol className="history">
        {history?.edges.map(({ node }) => (
          <li key={node.version}>
            <p>
              <strong>{node.by}</strong> {verbWords[node.verb] ?? 'changed it'}{' '}
              <span className="soft small">{instant(node.at)}</span>
            </p>
            <ul className="soft small">
              {node.fields.map(({ name, label, before, after }) => (
                <li key={name}>
                  {label}: {before && <del>{printValue(before)}</del>} <ins>{printValue(after)}</ins>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {history && history.edges.length > 0 && (
        <LoadMore shown={history.edges.length} noun="change" page={history.pageInfo} more={more} />
      )}
    </Card>
  )
}
