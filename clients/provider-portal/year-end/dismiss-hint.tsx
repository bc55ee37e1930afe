import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import {
  Dialog,
  DialogTrigger,
  Heading,
  Label,
  Modal,
  ModalOverlay,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components'
import { graphql } from '../../graphql'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import '../../shared/ui/field.css'
import '../../shared/ui/sheet.css'
import { toast } from '../../shared/ui/toast'
import type { Hint } from './quality-page'

const DismissMutation = graphql(`
  mutation DismissQualityHint($code: String!, $activityId: ID!, $otherId: ID, $reason: String!) {
    dismissQualityHint(code: $code, activityId: $activityId, otherId: $otherId, reason: $reason)
  }
`)

const RestoreMutation = graphql(`
  mutation RestoreQualityHint($code: String!, $activityId: ID!, $otherId: ID) {
    restoreQualityHint(code: $code, activityId: $activityId, otherId: $otherId)
  }
`)

/** Says why a hint is no fault, or takes that back. */
export function DismissHint({ hint }: { hint: Hint }) {
  const { cache } = useApolloClient()
  const { code, activityId, otherId } = hint
  const dismissing = useAction(DismissMutation)
  const restoring = useAction(RestoreMutation)
  const problem = dismissing.problem ?? restoring.problem
  const lookAgain = (sentence: string) => {
    for (const fieldName of ['qualityHints', 'qualityCounts']) cache.evict({ id: 'ROOT_QUERY', fieldName })
    toast(sentence)
  }
  const dismiss = async (reason: string) => {
    if (await dismissing.run({ code, activityId, otherId, reason })) lookAgain('Dismissed.')
  }
  const restore = async () => {
    if (await restoring.run({ code, activityId, otherId })) lookAgain('It is open again.')
  }
  return (
    <>
      {hint.dismissedReason ? (
        <Button size="s" kind="secondary" isPending={restoring.pending} onPress={restore}>
          Open again
        </Button>
      ) : (
        <DialogTrigger>
          <Button size="s" kind="secondary" aria-label={`Dismiss “${hint.title}” of ${activityId}`}>
            Dismiss
          </Button>
          <ReasonDialog hint={hint} onDismiss={dismiss} />
        </DialogTrigger>
      )}
      {problem && (
        <span role="alert" className="field-error">
          {problem.message}
        </span>
      )}
    </>
  )
}

function ReasonDialog({ hint, onDismiss }: { hint: Hint; onDismiss: (reason: string) => void }) {
  const [reason, setReason] = useState('')
  return (
    <ModalOverlay className="dialog-ground" isDismissable>
      <Modal className="dialog">
        <Dialog className="sheet-body">
          {({ close }) => (
            <>
              <Heading slot="title">Dismiss “{hint.title}”?</Heading>
              <TextField className="field" value={reason} onChange={setReason} maxLength={500} isRequired>
                <Label className="field-label">Why is it right as it is?</Label>
                <TextArea className="input" rows={3} />
                <Text slot="description" className="field-hint">
                  Kept with your name, so that nobody has to ask again.
                </Text>
              </TextField>
              <div className="row">
                <Button
                  isDisabled={reason.trim() === ''}
                  onPress={() => {
                    onDismiss(reason.trim())
                    close()
                  }}
                >
                  Dismiss the hint
                </Button>
                <Button kind="secondary" slot="close">
                  Keep it open
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
