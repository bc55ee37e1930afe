import { useRef, useState } from 'react'
import { graphql } from '../../graphql'
import type { ActivityUploadInput } from '../../graphql/graphql'
import type { Problem } from '../../shared/graph/problem'
import { useAction } from '../../shared/graph/use-action'
import { sendFile } from '../upload/send-file'

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
  const [sent, setSent] = useState<number>()
  const [failure, setFailure] = useState<Problem>()
  const stop = useRef<AbortController>(undefined)

  const send = async (file: File, input: Omit<ActivityUploadInput, 'fileName'>) => {
    setFailure(undefined)
    const ticket = (await create.run({ input: { fileName: file.name, ...input } }))?.createActivityUpload
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
  hint: 'Nothing was saved. Send the file again; nothing counts twice.',
})
