import { Link } from 'react-router'
import { graphql } from '../../graphql'
import { CompletionTable } from '../../shared/credit/completion-table'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { RequestFacts, RequestHistory } from '../../shared/missing-credit/request-details'
import { clockWords, rejectionReasons } from '../../shared/missing-credit/request-words'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import { AnswerCard } from './answer-card'

const RequestQuery = graphql(`
  query CreditRequest($requestId: ID!) {
    creditRequest(requestId: $requestId) {
      ...CreditRequestDetails
    }
    creditRequestRecords(requestId: $requestId) {
      ...CompletionLine
    }
  }
`)

/** One request of a physician, and the answer to it. */
export function RequestPage() {
  const { creditRequest: request, creditRequestRecords: records } = useRouteQuery(RequestQuery)
  const { isOpen, state, reason, words, completion } = request
  return (
    <Page
      title={`Request of ${request.givenName} ${request.familyName}`}
      above={<Link to={paths.creditRequests()}>Missing credit</Link>}
    >
      {isOpen && (
        <Notice tone={state === 'ESCALATED' ? 'warn' : 'info'} title={clockWords('Your organization', request)}>
          Nothing is counted before you confirm it.
        </Notice>
      )}
      {reason && reason !== 'NO_ANSWER' && (
        <Notice tone="info" title={`Rejected: ${rejectionReasons[reason]}`}>
          {words && `“${words}”`}
        </Notice>
      )}
      {reason === 'NO_ANSWER' && (
        <Notice tone="warn" title="Closed by an operator, since there was no answer">
          {words && `“${words}”`}
        </Notice>
      )}
      {completion && (
        <Card title="The record that has the credit" flush>
          <CompletionTable label="The record that has the credit" completions={[completion]} empty={null} />
        </Card>
      )}
      {isOpen && <AnswerCard request={request} records={records} />}
      <RequestFacts request={request} />
      <RequestHistory history={request.history} />
    </Page>
  )
}
