import { graphql } from '../../graphql'
import { useAction } from '../../shared/graph/use-action'
import { useSending } from './use-sending'

const CreateUploadMutation = graphql(`
  mutation CreateUpload($input: UploadInput!) {
    createUpload(input: $input) {
      address
      batch {
        batchId
        state
      }
    }
  }
`)

const CancelUploadMutation = graphql(`
  mutation CancelSending($batchId: ID!) {
    cancelUpload(batchId: $batchId) {
      batchId
      state
    }
  }
`)

/** Sends a file and tells how much of it has left; `send` answers with the batch, or undefined when it did not work. */
export function useUpload() {
  const create = useAction(CreateUploadMutation)
  const takeBack = useAction(CancelUploadMutation)
  const sending = useSending((batchId) => takeBack.run({ batchId }), 'Nothing was recorded.')

  const send = (file: File, input: { learnerPermission: boolean; dryRun: boolean }) =>
    sending.send(file, async () => (await create.run({ input: { fileName: file.name, ...input } }))?.createUpload)
  return {
    send,
    sent: sending.sent,
    starting: create.pending,
    problem: sending.failure ?? create.problem,
    cancel: sending.cancel,
  }
}
