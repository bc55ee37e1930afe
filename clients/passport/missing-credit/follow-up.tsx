import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { graphql } from '../../graphql'
import type { CreditRequestDetailsFragment } from '../../graphql/graphql'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { ReasonDialog } from '../../shared/ui/reason-dialog'
import { toast } from '../../shared/ui/toast'
import { LaterCertificate } from './later-certificate'

const NoteMutation = graphql(`
  mutation AddCreditRequestNote($requestId: ID!, $words: String!) {
    addCreditRequestNote(requestId: $requestId, words: $words) {
      ...CreditRequestDetails
    }
  }
`)

const WithdrawMutation = graphql(`
  mutation WithdrawCreditRequest($requestId: ID!) {
    withdrawCreditRequest(requestId: $requestId) {
      ...CreditRequestDetails
    }
  }
`)

const AgainMutation = graphql(`
  mutation AskCreditRequestAgain($requestId: ID!, $words: String!) {
    askCreditRequestAgain(requestId: $requestId, words: $words) {
      ...CreditRequestDetails
    }
  }
`)

/** What the physician can do about a request. */
export function FollowUp({ request }: { request: CreditRequestDetailsFragment }) {
  const { requestId, isOpen, mayAskAgain } = request
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [note, withdraw, again] = [useAction(NoteMutation), useAction(WithdrawMutation), useAction(AgainMutation)]
  if (!isOpen && !mayAskAgain) return null
  return (
    <Card title="What you can do">
      <div className="stack">
        <div className="row">
          {mayAskAgain && (
            <DialogTrigger>
              <Button isPending={again.pending}>Ask once more</Button>
              <ReasonDialog
                title="Ask once more?"
                label="Why"
                hint="The provider reads it. You can ask for the same credit twice in all."
                verb="Ask once more"
                otherwise="Leave it"
                onReason={async (words) => {
                  if (await again.run({ requestId, words })) toast('The provider is asked once more.')
                }}
              />
            </DialogTrigger>
          )}
          {isOpen && (
            <>
              <DialogTrigger>
                <Button kind="secondary" isPending={note.pending}>
                  Add a note
                </Button>
                <ReasonDialog
                  title="Add a note"
                  label="Note"
                  hint="The provider reads it."
                  verb="Add the note"
                  otherwise="Cancel"
                  onReason={async (words) => {
                    if (await note.run({ requestId, words })) toast('The note is added.')
                  }}
                />
              </DialogTrigger>
              <Button kind="secondary" isPending={withdraw.pending} onPress={() => setWithdrawing(true)}>
                Withdraw the request
              </Button>
              <ConfirmDialog
                title="Withdraw the request?"
                confirm="Withdraw it"
                cancel="Keep it"
                isOpen={isWithdrawing}
                onOpenChange={setWithdrawing}
                onConfirm={async () => {
                  if (await withdraw.run({ requestId })) toast('The request is withdrawn.')
                }}
              >
                <p>The provider is not asked any more. You can ask anew later.</p>
              </ConfirmDialog>
            </>
          )}
        </div>
        {isOpen && <LaterCertificate request={request} />}
        <ProblemNotice problem={note.problem ?? withdraw.problem ?? again.problem} />
      </div>
    </Card>
  )
}
