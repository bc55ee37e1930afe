import { graphql } from '../../graphql'
import type { ActivityUploadInput } from '../../graphql/graphql'
import { useAction } from '../../shared/graph/use-action'
import { useSending } from '../upload/use-sending'

const CreateActivityUpload = graphql(`
  mutation CreateActivityUpload($input: ActivityUploadInput!) {
    createActivityUpload(input: $input) {
      address
      batch {
        batchId
        state
      }
    }
  }
`)

const CancelActivityUpload = graphql(`
  mutation CancelActivityUpload($batchId: ID!) {
    cancelActivityUpload(batchId: $batchId) {
      batchId
      state
    }
  }
`)

/** Sends a file of activities; `send` answers with its batch, or undefined when it did not work. */
export function useActivityUpload() {
  const create = useAction(CreateActivityUpload)
  const takeBack = useAction(CancelActivityUpload)
  const sending = useSending((batchId) => takeBack.run({ batchId }), 'Nothing was saved.')

  const send = (file: File, input: Omit<ActivityUploadInput, 'fileName'>) =>
    sending.send(
      file,
      async () => (await create.run({ input: { fileName: file.name, ...input } }))?.createActivityUpload,
    )
  return {
    send,
    sent: sending.sent,
    starting: create.pending,
    problem: sending.failure ?? create.problem,
    cancel: sending.cancel,
  }
}
