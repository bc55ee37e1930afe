import { useRef, useState } from 'react'
import type { Problem } from '../../shared/graph/problem'
import { sendFile } from './send-file'

/** An address that was opened for a file. */
interface Ticket {
  address: string
  batch: { batchId: string }
}

/** Sends files and tells how much has left; `unsaid` says what a failure left behind, `takeBack` closes the address then. */
export function useSending(takeBack: (batchId: string) => Promise<unknown>, unsaid: string) {
  const [sent, setSent] = useState<number>()
  const [failure, setFailure] = useState<Problem>()
  const stop = useRef<AbortController>(undefined)

  /** Answers with the batch and where it stands, or undefined when it did not work. */
  const send = async (file: File, open: () => Promise<Ticket | undefined>) => {
    setFailure(undefined)
    const ticket = await open()
    if (!ticket) return
    stop.current = new AbortController()
    setSent(0)
    try {
      return await sendFile(file, ticket.address, { signal: stop.current.signal, onProgress: setSent })
    } catch (error) {
      await takeBack(ticket.batch.batchId)
      if (!stop.current.signal.aborted) setFailure(notSent(error, unsaid))
    } finally {
      setSent(undefined)
    }
  }
  return { send, sent, failure, cancel: () => stop.current?.abort() }
}

const notSent = (error: unknown, unsaid: string): Problem => ({
  kind: 'REFUSED',
  message: error instanceof Error ? error.message : 'The file could not be sent.',
  hint: `${unsaid} Send the file again; nothing counts twice.`,
})
