import { useApolloClient } from '@apollo/client/react'
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

export const StartUploadMutation = graphql(`
  mutation StartUpload($batchId: ID!, $mapping: ColumnMappingInput) {
    startUpload(batchId: $batchId, mapping: $mapping) {
      batchId
      state
      needsConfirmation
    }
  }
`)

const LookQuery = graphql(`
  query LookAtUpload($batchId: ID!) {
    uploadPreview(batchId: $batchId) {
      isTemplate
    }
  }
`)

/** Sends a file and tells how much of it has left; `send` answers with the batch, or undefined when it did not work. A file with columns of its own waits for a look at them. */
export function useUpload() {
  const create = useAction(CreateUploadMutation)
  const start = useAction(StartUploadMutation)
  const client = useApolloClient()
  const takeBack = useAction(CancelUploadMutation)
  const sending = useSending((batchId) => takeBack.run({ batchId }), 'Nothing was recorded.')

  const send = async (file: File, input: { learnerPermission: boolean; dryRun: boolean }) => {
    const announced = { fileName: file.name, review: true, ...input }
    const sent = await sending.send(file, async () => (await create.run({ input: announced }))?.createUpload)
    if (sent?.state !== 'STORED') return sent?.batchId
    const { batchId } = sent
    const look = { query: LookQuery, variables: { batchId }, fetchPolicy: 'no-cache', errorPolicy: 'all' } as const
    const { data } = await client.query(look)
    // What cannot be looked at is begun with as well: it is refused with its reason, where every file is.
    if (data?.uploadPreview.isTemplate ?? true) await start.run({ batchId })
    return batchId
  }
  return {
    send,
    sent: sending.sent,
    starting: create.pending || start.pending,
    problem: sending.failure ?? create.problem,
    cancel: sending.cancel,
  }
}
