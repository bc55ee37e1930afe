import { Link } from 'react-router'
import { graphql } from '../../graphql'
import { CompletionTable } from '../../shared/credit/completion-table'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { RequestFacts, RequestHistory } from '../../shared/missing-credit/request-details'
import { requestTitle } from '../../shared/missing-credit/request-line'
import { clockWords, requestReasons } from '../../shared/missing-credit/request-words'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import { FollowUp } from './follow-up'

const MyRequestQuery = graphql(`
  query MyCreditRequest($requestId: ID!) {
    creditRequest(requestId: $requestId) {
      ...CreditRequestDetails
    }
  }
`)

/** One request of the physician: where it stands, until when, and what can still be done. */
export function RequestPage() {
  const { creditRequest: request } = useRouteQuery(MyRequestQuery)
  const { isOpen, completion, state, reason, words } = request
  return (
    <Page title={requestTitle(request)} above={<Link to={paths.missing}>Missing credit</Link>}>
      {isOpen && (
        <Notice tone={state === 'ESCALATED' ? 'warn' : 'info'} title={clockWords('The provider', request)}>
          This is a request and no credit. It counts nowhere before the provider has confirmed it.
        </Notice>
      )}
      {reason && (
        <Notice tone="bad" title={requestReasons[reason]}>
          {words && `“${words}”`}
        </Notice>
      )}
      {completion && (
        <Card title="On your record" flush>
          <CompletionTable label="On your record" completions={[completion]} empty={null} />
        </Card>
      )}
      <FollowUp request={request} />
      <RequestFacts request={request} />
      <RequestHistory history={request.history} />
    </Page>
  )
}
