import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../../graphql'
import type { RequestCreditMutation as AskedData, RequestCreditInput } from '../../graphql/graphql'
import { useAction } from '../../shared/graph/use-action'
import { toast } from '../../shared/ui/toast'
import { paths } from '../paths'
import { sendCertificate } from './certificate-file'

const RequestCreditMutation = graphql(`
  mutation RequestCredit($input: RequestCreditInput!) {
    requestCredit(input: $input) {
      outcome
      request {
        requestId
        state
      }
      completion {
        ...CompletionLine
      }
    }
  }
`)

/** Asks for credit and sends the certificate after it; what was there already is handed back. */
export function useAsk() {
  const navigate = useNavigate()
  const client = useApolloClient()
  const action = useAction(RequestCreditMutation)
  const [sending, setSending] = useState(false)
  const [known, setKnown] = useState<AskedData['requestCredit']>()

  const ask = async (input: RequestCreditInput, file: File | undefined) => {
    setKnown(undefined)
    const asked = (await action.run({ input }))?.requestCredit
    if (!asked) return
    if (asked.outcome !== 'ASKED' || !asked.request) return setKnown(asked)
    const { requestId } = asked.request
    // Lists that were read before do not have it.
    client.cache.evict({ fieldName: 'creditRequests' })
    setSending(true)
    const problem = file && (await sendCertificate(requestId, file))
    setSending(false)
    toast(problem ? `The provider is asked, but without the certificate: ${problem}` : 'The provider is asked.')
    await navigate(paths.creditRequest(requestId))
  }
  return { ask, known, pending: action.pending || sending, problem: action.problem }
}
