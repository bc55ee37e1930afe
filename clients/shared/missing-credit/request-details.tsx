import { FileDown } from 'lucide-react'
import { graphql } from '../../graphql'
import type { CreditRequestDetailsFragment } from '../../graphql/graphql'
import { pointsWords } from '../credit/claimed-points'
import { day, instant } from '../format/days'
import { bytes, credits } from '../format/numbers'
import { AddressLink } from '../ui/button'
import { Card } from '../ui/card'
import { RequestState, requestTitle } from './request-line'
import { requestSteps } from './request-words'

export const CreditRequestDetails = graphql(`
  fragment CreditRequestDetails on CreditRequest {
    ...CreditRequestLine
    licensingState
    licenseNumber
    reason
    words
    mayAskAgain
    certificate {
      type
      byteSize
      address
    }
    completion {
      ...CompletionLine
    }
    history {
      kind
      byName
      words
      at
    }
  }
`)

/** What is asked for, by whom. */
export function RequestFacts({ request }: { request: CreditRequestDetailsFragment }) {
  const { activity, provider, completedOn, certificate } = request
  const facts = [
    [activity ? 'Activity' : 'Activity in words', requestTitle(request)],
    ...(activity ? [['Activity ID', activity.activityId]] : []),
    ['Provider', provider.name],
    ['Completed', day(completedOn)],
    ['CME credit asked for', credits(request.credits)],
    ...(request.points.length ? [['Points asked for', request.points.map(pointsWords).join(', ')]] : []),
    ['Physician', `${request.givenName} ${request.familyName}`],
    ['License', `${request.licensingState} ${request.licenseNumber}`],
  ]
  return (
    <Card title="What is asked for" actions={<RequestState state={request.state} />}>
      <div className="stack">
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {certificate && (
          <div className="row">
            <AddressLink kind="secondary" size="s" href={certificate.address} download>
              <FileDown size={16} aria-hidden="true" /> Certificate, {bytes(certificate.byteSize)}
            </AddressLink>
          </div>
        )}
      </div>
    </Card>
  )
}

/** Who did what, when and why. */
export function RequestHistory({ history }: Pick<CreditRequestDetailsFragment, 'history'>) {
  return (
    <Card title="History">
      <ol className="stack">
        {history.map(({ kind, byName, words, at }) => (
          <li key={`${kind} ${at}`}>
            <strong>{requestSteps[kind]}</strong>
            <br />
            <span className="soft small">{[byName, instant(at)].filter(Boolean).join(' · ')}</span>
            {words && <p className="reading">“{words}”</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
