import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { graphql } from '../../graphql'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { ReasonDialog } from '../../shared/ui/reason-dialog'
import { toast } from '../../shared/ui/toast'
import type { ProviderYear } from './late-providers-page'

const ReopenMutation = graphql(`
  mutation ReopenReportingYear($providerId: ID!, $year: Int!, $reason: String!) {
    reopenReportingYear(providerId: $providerId, year: $year, reason: $reason) {
      provider {
        providerId
      }
      closedAt
    }
  }
`)

/** Reopens a year that a provider has closed. */
export function ReopenYear({ year, providerYear }: { year: number; providerYear: ProviderYear }) {
  const { provider, closedAt } = providerYear
  const [isReopened, setReopened] = useState(false)
  const action = useAction(ReopenMutation)
  if (!closedAt || isReopened) return isReopened ? <span role="status">Reopened</span> : null
  const reopen = async (reason: string) => {
    if (!(await action.run({ providerId: provider.providerId, year, reason }))) return
    setReopened(true)
    toast(`${year} of ${provider.name} is open again.`)
  }
  return (
    <>
      <DialogTrigger>
        <Button size="s" kind="secondary" aria-label={`Reopen ${year} of ${provider.name}`}>
          Reopen
        </Button>
        <ReasonDialog
          title={`Reopen ${year} of ${provider.name}?`}
          hint="The provider reads it."
          verb="Reopen the year"
          otherwise="Keep it closed"
          onReason={reopen}
        />
      </DialogTrigger>
      {action.problem && (
        <span role="alert" className="field-error">
          {action.problem.message}
        </span>
      )}
    </>
  )
}
