import { useState } from 'react'
import { graphql } from '../../graphql'
import type { ConfirmCreditRequestMutation as ConfirmData, CreditRequestLineFragment } from '../../graphql/graphql'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { toast } from '../../shared/ui/toast'

const ConfirmMutation = graphql(`
  mutation ConfirmCreditRequest($requestId: ID!, $activityId: ID) {
    confirmCreditRequest(requestId: $requestId, activityId: $activityId) {
      request {
        ...CreditRequestDetails
      }
      issues {
        code
        message
        fix
      }
    }
  }
`)

type Issues = ConfirmData['confirmCreditRequest']['issues']

/** What is on record, with what was said of it: the button is gone by then. */
const onRecord = (name: string, issues: Issues) =>
  [`The credit of ${name} is on record.`, ...issues.map(({ message }) => message)].join(' ')

interface ConfirmRequestProps {
  request: Pick<CreditRequestLineFragment, 'requestId' | 'givenName' | 'familyName'>
  /** Which activity it was, where the physician described it in words. */
  activityId?: string
  size?: 's'
}

/** One press, and the credit is on record; where the rules refuse it, it says why. */
export function ConfirmRequest({
  request: { requestId, givenName, familyName },
  activityId,
  size,
}: ConfirmRequestProps) {
  const action = useAction(ConfirmMutation)
  const [issues, setIssues] = useState<Issues>([])
  const name = `${givenName} ${familyName}`
  return (
    <div className="stack" data-gap="s">
      <div>
        <Button
          size={size}
          isPending={action.pending}
          aria-label={`Confirm the credit of ${name}`}
          onPress={async () => {
            const confirmed = (await action.run({ requestId, activityId }))?.confirmCreditRequest
            setIssues(confirmed?.issues ?? [])
            if (confirmed?.request.state === 'CONFIRMED') toast(onRecord(name, confirmed.issues))
          }}
        >
          Confirm
        </Button>
      </div>
      {action.problem && (
        <p role="alert" className="field-error">
          {action.problem.message}
        </p>
      )}
      {issues.map(({ code, message, fix }) => (
        <p key={code} role="alert" className="field-error">
          {message} {fix}
        </p>
      ))}
    </div>
  )
}
