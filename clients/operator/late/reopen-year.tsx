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
  const [reason, setReason] = useState('')
  const [isReopened, setReopened] = useState(false)
  const action = useAction(ReopenMutation)
  if (!closedAt || isReopened) return isReopened ? <span role="status">Reopened</span> : null
  const reopen = async () => {
    if (!(await action.run({ providerId: provider.providerId, year, reason: reason.trim() }))) return
    setReopened(true)
    toast(`${year} of ${provider.name} is open again.`)
  }
  return (
    <>
      <DialogTrigger>
        <Button size="s" kind="secondary" aria-label={`Reopen ${year} of ${provider.name}`}>
          Reopen
        </Button>
        <ModalOverlay className="dialog-ground" isDismissable>
          <Modal className="dialog">
            <Dialog className="sheet-body">
              {({ close }) => (
                <>
                  <Heading slot="title">
                    Reopen {year} of {provider.name}?
                  </Heading>
                  <TextField className="field" value={reason} onChange={setReason} maxLength={500} isRequired>
                    <Label className="field-label">Reason</Label>
                    <TextArea className="input" rows={3} />
                    <Text slot="description" className="field-hint">
                      The provider reads it.
                    </Text>
                  </TextField>
                  <div className="row">
                    <Button
                      isDisabled={reason.trim() === ''}
                      onPress={() => {
                        close()
                        void reopen()
                      }}
                    >
                      Reopen the year
                    </Button>
                    <Button kind="secondary" slot="close">
                      Keep it closed
                    </Button>
                  </div>
                </>
              )}
            </Dialog>
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
      {action.problem && (
        <span role="alert" className="field-error">
          {action.problem.message}
        </span>
      )}
    </>
  )
}
