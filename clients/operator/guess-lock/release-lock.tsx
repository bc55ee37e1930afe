import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { graphql } from '../../graphql'
import { fullName } from '../../shared/credit/words'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { ReasonDialog } from '../../shared/ui/reason-dialog'
import { toast } from '../../shared/ui/toast'
import type { Lock } from './guess-locks-page'

const ReleaseMutation = graphql(`
  mutation ReleaseGuessLock($providerId: ID!, $learnerId: ID!, $reason: String!) {
    releaseGuessLock(providerId: $providerId, learnerId: $learnerId, reason: $reason) {
      guesses
    }
  }
`)

/** Lets a provider ask about a physician again. */
export function ReleaseLock({ lock: { provider, learner } }: { lock: Lock }) {
  const [isReleased, setReleased] = useState(false)
  const action = useAction(ReleaseMutation)
  if (!learner) return null
  if (isReleased) return <span role="status">Released</span>
  const release = async (reason: string) => {
    const { providerId } = provider
    if (!(await action.run({ providerId, learnerId: learner.learnerId, reason }))) return
    setReleased(true)
    toast(`${provider.name} may ask about ${fullName(learner)} again.`)
  }
  return (
    <>
      <DialogTrigger>
        <Button
          size="s"
          kind="secondary"
          isPending={action.pending}
          aria-label={`Release ${provider.name} on ${fullName(learner)}`}
        >
          Release
        </Button>
        <ReasonDialog
          title={`Let ${provider.name} ask about ${fullName(learner)} again?`}
          hint="Kept with your name."
          verb="Release the lock"
          otherwise="Keep it locked"
          onReason={release}
        >
          <p>Its wrong tries are forgotten, and it may try as many birthdays again as anybody.</p>
        </ReasonDialog>
      </DialogTrigger>
      {action.problem && (
        <span role="alert" className="field-error">
          {action.problem.message}
        </span>
      )}
    </>
  )
}
