import { graphql } from '../../../graphql'
import { useAction } from '../../../shared/graph/use-action'
import { useSending } from '../../upload/use-sending'

const CreateValidationUpload = graphql(`
  mutation CreateValidationUpload($input: ValidationUploadInput!) {
    createValidationUpload(input: $input) {
      address
      batch {
        batchId
        state
      }
    }
  }
`)

export const CancelValidationUpload = graphql(`
  mutation CancelValidationUpload($batchId: ID!) {
    cancelValidationUpload(batchId: $batchId) {
      batchId
      state
    }
  }
`)

/** Sends a file of learners to be checked; `send` answers with its batch, or undefined when it did not work. */
export function useValidationUpload() {
  const create = useAction(CreateValidationUpload)
  const takeBack = useAction(CancelValidationUpload)
  const sending = useSending((batchId) => takeBack.run({ batchId }), 'Nothing was checked.')

  const send = (file: File, force: boolean) =>
    sending.send(
      file,
      async () => (await create.run({ input: { fileName: file.name, force } }))?.createValidationUpload,
    )
  return {
    send,
    sent: sending.sent,
    starting: create.pending,
    problem: sending.failure ?? create.problem,
    cancel: sending.cancel,
  }
}
