import type { BatchState } from '../../graphql/graphql'

/** What the front door of uploads says when the bytes have arrived. */
export interface SentFile {
  batchId: string
  state: BatchState
}

interface SendOptions {
  signal: AbortSignal
  onProgress: (part: number) => void
}

/** Puts a file at its one-time address. XMLHttpRequest, because fetch does not tell how much has left the house. */
export function sendFile(file: File, address: string, { signal, onProgress }: SendOptions) {
  return new Promise<SentFile>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', address)
    request.responseType = 'json'
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded / Math.max(event.total, 1)))
    request.addEventListener('load', () => {
      const answer: unknown = request.response
      if (isSentFile(answer)) resolve(answer)
      else reject(new Error(sentenceOf(answer)))
    })
    request.addEventListener('error', () =>
      reject(new Error('The connection broke before the whole file had arrived.')),
    )
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

const isSentFile = (answer: unknown): answer is SentFile =>
  typeof answer === 'object' && answer !== null && 'batchId' in answer && 'state' in answer

function sentenceOf(answer: unknown) {
  const known = typeof answer === 'object' && answer !== null && 'message' in answer
  return known && typeof answer.message === 'string' ? answer.message : 'The file could not be received.'
}
