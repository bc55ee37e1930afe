import { useApolloClient } from '@apollo/client/react'
import { DialogTrigger } from 'react-aria-components'
import { graphql } from '../../graphql'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { ReasonDialog } from '../../shared/ui/reason-dialog'
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
          <ReasonDialog
            title={`Dismiss “${hint.title}”?`}
            label="Why is it right as it is?"
            hint="Kept with your name, so that nobody has to ask again."
            verb="Dismiss the hint"
            otherwise="Keep it open"
            onReason={dismiss}
          />
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
