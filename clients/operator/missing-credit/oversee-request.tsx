import { DialogTrigger } from 'react-aria-components'
import { graphql } from '../../graphql'
import type { CreditRequestLineFragment } from '../../graphql/graphql'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { ReasonDialog } from '../../shared/ui/reason-dialog'
import { toast } from '../../shared/ui/toast'

const RemindMutation = graphql(`
  mutation RemindOfCreditRequest($requestId: ID!) {
    remindOfCreditRequest(requestId: $requestId) {
      ...CreditRequestLine
    }
  }
`)

const CloseMutation = graphql(`
  mutation CloseCreditRequest($requestId: ID!, $words: String!) {
    closeCreditRequest(requestId: $requestId, words: $words) {
      ...CreditRequestLine
    }
  }
`)

/** Reminds a provider of a request, or closes it. */
export function OverseeRequest({ request }: { request: CreditRequestLineFragment }) {
  const { requestId, provider, givenName, familyName, isOpen } = request
  const [remind, close] = [useAction(RemindMutation), useAction(CloseMutation)]
  const problem = remind.problem ?? close.problem
  if (!isOpen) return null
  const about = `${provider.name} about ${givenName} ${familyName}`
  return (
    <div className="stack" data-gap="s">
      <div className="row">
        <Button
          size="s"
          kind="secondary"
          isPending={remind.pending}
          aria-label={`Remind ${about}`}
          onPress={async () => {
            if (await remind.run({ requestId })) toast(`${provider.name} is reminded.`)
          }}
        >
          Remind
        </Button>
        <DialogTrigger>
          <Button size="s" kind="secondary" isPending={close.pending} aria-label={`Close the request to ${about}`}>
            Close
          </Button>
          <ReasonDialog
            title="Close the request without an answer?"
            label="What the physician should know"
            hint="Kept with your name. The physician reads it, and may ask once more."
            verb="Close the request"
            kind="danger"
            otherwise="Keep it open"
            onReason={async (words) => {
              if (await close.run({ requestId, words })) toast('The request is closed.')
            }}
          />
        </DialogTrigger>
      </div>
      {problem && (
        <p role="alert" className="field-error">
          {problem.message}
        </p>
      )}
    </div>
  )
}
