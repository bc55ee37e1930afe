import type { IncomingMessage, ServerResponse } from 'node:http'
import { type FollowLimits, followLimits } from './follow-limits.js'
import { cursorOf, isOver, printEvent, type Standing } from './progress-event.js'
import type { Listener, ProgressFeed } from './progress-feed.js'

/**
 * Tells over Server-Sent Events how far a batch is, until it is over. Whoever comes back with the id of the last event
 * hears what is new since; after the last one of all the answer is 204, which keeps listeners from coming back.
 */
export function sendProgress(
  request: IncomingMessage,
  response: ServerResponse,
  feed: ProgressFeed,
  standing: Standing,
  limits: Pick<FollowLimits, 'heartbeatMs' | 'openMs' | 'retryMs'> = followLimits,
): Promise<void> {
  let told = String(request.headers['last-event-id'] ?? '')
  response.setHeader('cache-control', 'no-store')
  if (isOver(standing) && told === cursorOf(standing)) {
    response.statusCode = 204
    response.end()
    return Promise.resolve()
  }
  return new Promise((resolve) => {
    const listener: Listener = {
      hear(event) {
        // A listener that takes nothing is told how far it is when it does.
        if (told === cursorOf(event) || response.writableNeedDrain) return
        told = cursorOf(event)
        response.write(printEvent(event))
      },
      end: () => response.end(),
    }
    const leave = feed.follow(standing.batchId, listener)
    const heartbeat = setInterval(
      () => response.writableNeedDrain || response.write(': still there\n\n'),
      limits.heartbeatMs,
    )
    const late = setTimeout(() => response.end(), limits.openMs)
    response.once('close', () => {
      leave()
      clearInterval(heartbeat)
      clearTimeout(late)
      resolve()
    })
    response.setHeader('content-type', 'text/event-stream; charset=utf-8')
    response.setHeader('x-content-type-options', 'nosniff')
    response.write(`retry: ${limits.retryMs}\n\n`)
    if (!isOver(standing)) return
    listener.hear({ ...standing, rowsPerSecond: null, secondsLeft: null })
    listener.end()
  })
}
