import { useRef, useState } from 'react'
import { graphql } from '../../graphql'
import { useAction } from '../../shared/graph/use-action'
import { sendFile } from './send-file'

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
  const [sent, setSent] = useState<number>()
  const [failure, setFailure] = useState<string>()
  const stop = useRef<AbortController>(undefined)

  const send = async (file: File, input: { learnerPermission: boolean; dryRun: boolean }) => {
    setFailure(undefined)
    const ticket = (await create.run({ input: { fileName: file.name, ...input } }))?.createUpload
    if (!ticket) return
    stop.current = new AbortController()
    setSent(0)
    try {
      return (await sendFile(file, ticket.address, { signal: stop.current.signal, onProgress: setSent })).batchId
    } catch (error) {
      await takeBack.run({ batchId: ticket.batch.batchId })
      if (!stop.current.signal.aborted) setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setSent(undefined)
    }
  }
  return {
    send,
    sent,
    starting: create.pending,
    failure: failure ?? create.problem?.message,
    hint: create.problem?.hint,
    cancel: () => stop.current?.abort(),
  }
}
