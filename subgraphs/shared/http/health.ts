import type { ServerResponse } from 'node:http'
import type { Log } from '../log.js'
import { sendJson } from './send.js'

/** Says that the process runs. */
export const answerLive = (response: ServerResponse) => sendJson(response, 200, { status: 'live' })

/** Says whether the process can serve: `check` throws while it cannot. */
export async function answerReady(response: ServerResponse, check: () => Promise<unknown>, log: Log): Promise<void> {
  try {
    await check()
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    sendJson(response, 503, { status: 'not ready' })
    return
  }
  sendJson(response, 200, { status: 'ready' })
}
