import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../graphql'
import type { CreditRequestDetailsFragment } from '../../graphql/graphql'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { toast } from '../../shared/ui/toast'
import { CertificateField } from './certificate-field'
import { certificateObjection, sendCertificate } from './certificate-file'

const RemoveMutation = graphql(`
  mutation RemoveRequestCertificate($requestId: ID!) {
    removeRequestCertificate(requestId: $requestId) {
      ...CreditRequestDetails
    }
  }
`)

/** Sends a certificate after its request, or takes it back. */
export function LaterCertificate({
  request: { requestId, certificate },
}: {
  request: Pick<CreditRequestDetailsFragment, 'requestId' | 'certificate'>
}) {
  const client = useApolloClient()
  const remove = useAction(RemoveMutation)
  const [file, setFile] = useState<File>()
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const send = async () => {
    if (!file) return
    setSending(true)
    setFailure(await sendCertificate(requestId, file))
    setSending(false)
    setFile(undefined)
    await client.refetchQueries({ include: ['MyCreditRequest'] })
  }
  if (certificate) {
    return (
      <div className="row">
        <Button
          kind="secondary"
          isPending={remove.pending}
          onPress={async () => {
            if (await remove.run({ requestId })) toast('The certificate is removed.')
          }}
        >
          Remove the certificate
        </Button>
        <ProblemNotice problem={remove.problem} />
      </div>
    )
  }
  return (
    <div className="stack" data-gap="s">
      <CertificateField file={file} onChange={setFile} />
      {file && !certificateObjection(file) && (
        <div className="row">
          <Button size="s" isPending={sending} onPress={send}>
            Send the certificate
          </Button>
        </div>
      )}
      {failure && (
        <p role="alert" className="field-error">
          {failure}
        </p>
      )}
    </div>
  )
}
