import { useState } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { graphql } from '../../graphql'
import type { CreditRejectionReason } from '../../graphql/graphql'
import { useAction } from '../../shared/graph/use-action'
import { rejectionReasons } from '../../shared/missing-credit/request-words'
import { Button } from '../../shared/ui/button'
import { OneOf } from '../../shared/ui/choice-field'
import { TextBox } from '../../shared/ui/field'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { toast } from '../../shared/ui/toast'
import '../../shared/ui/sheet.css'

const RejectMutation = graphql(`
  mutation RejectCreditRequest($requestId: ID!, $input: RejectCreditInput!) {
    rejectCreditRequest(requestId: $requestId, input: $input) {
      ...CreditRequestDetails
    }
  }
`)

const reasons = (Object.keys(rejectionReasons) as CreditRejectionReason[]).map((id) => ({
  id,
  label: rejectionReasons[id],
}))

/** Says no, with a reason that the physician reads. */
export function RejectRequest({ requestId }: { requestId: string }) {
  const reject = useAction(RejectMutation)
  const [reason, setReason] = useState<CreditRejectionReason>()
  const [words, setWords] = useState('')
  const needsWords = reason === 'OTHER'
  const mayReject = reason !== undefined && (!needsWords || words.trim() !== '')
  return (
    <>
      <div>
        <DialogTrigger>
          <Button kind="secondary" isPending={reject.pending}>
            Reject
          </Button>
          <ModalOverlay className="dialog-ground" isDismissable>
            <Modal className="dialog">
              <Dialog className="sheet-body">
                {({ close }) => (
                  <>
                    <Heading slot="title">Reject the request?</Heading>
                    <OneOf label="Reason" options={reasons} value={reason} onChange={setReason} />
                    <TextBox
                      label="What the physician should know"
                      optional={!needsWords}
                      value={words}
                      onChange={setWords}
                      maxLength={1_000}
                      rows={3}
                    />
                    <div className="row">
                      <Button
                        kind="danger"
                        isDisabled={!mayReject}
                        onPress={async () => {
                          if (!reason) return
                          close()
                          const input = { reason, words: words.trim() || undefined }
                          if (await reject.run({ requestId, input })) toast('The request is rejected.')
                        }}
                      >
                        Reject the request
                      </Button>
                      <Button kind="secondary" slot="close">
                        Cancel
                      </Button>
                    </div>
                  </>
                )}
              </Dialog>
            </Modal>
          </ModalOverlay>
        </DialogTrigger>
      </div>
      <ProblemNotice problem={reject.problem} />
    </>
  )
}
