import type { ServerResponse } from 'node:http'
import { noteLate } from '../observe/work.js'

/**
 * A signal that is given when whoever asked has gone, or has waited so long that the answer is of no use: what is still done
 * for the request, down to its statements, ends then.
 */
export function requestSignal(response: ServerResponse, deadlineMs: number): AbortSignal {
  const ending = new AbortController()
  const late = setTimeout(() => {
    noteLate()
    ending.abort()
  }, deadlineMs).unref()
  response.once('close', () => {
    clearTimeout(late)
    if (!response.writableFinished) ending.abort()
  })
  return ending.signal
}
