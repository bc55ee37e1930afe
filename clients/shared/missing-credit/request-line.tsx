import { graphql } from '../../graphql'
import type { CreditRequestLineFragment } from '../../graphql/graphql'
import { Badge } from '../ui/badge'
import { requestStates } from './request-words'

export const CreditRequestLine = graphql(`
  fragment CreditRequestLine on CreditRequest {
    requestId
    state
    isOpen
    completedOn
    credits
    points {
      ...ClaimedPoints
    }
    described
    deadlineOn
    nextStepOn
    givenName
    familyName
    activity {
      activityId
      title
    }
    provider {
      providerId
      name
    }
  }
`)

/** What a request is about. */
export const requestTitle = ({ activity, described }: Pick<CreditRequestLineFragment, 'activity' | 'described'>) =>
  activity?.title ?? described ?? ''

/** Where a request stands, in words. */
export function RequestState({ state }: Pick<CreditRequestLineFragment, 'state'>) {
  const { label, tone } = requestStates[state]
  return <Badge tone={tone}>{label}</Badge>
}
