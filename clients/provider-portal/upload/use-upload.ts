import { useRef, useState } from 'react'
import { graphql } from '../../graphql'
import type { Problem } from '../../shared/graph/problem'
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
  const [failure, setFailure] = useState<Problem>()
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
      if (!stop.current.signal.aborted) setFailure(notSent(error))
    } finally {
      setSent(undefined)
    }
  }
  return {
    send,
    sent,
    starting: create.pending,
    problem: failure ?? create.problem,
    cancel: () => stop.current?.abort(),
  }
}

const notSent = (error: unknown): Problem => ({
  kind: 'REFUSED',
  message: error instanceof Error ? error.message : 'The file could not be sent.',
  hint: 'Nothing was recorded. Send the file again; nothing counts twice.',
})
