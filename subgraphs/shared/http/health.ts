import type { ServerResponse } from 'node:http'
import type { Log } from '../log.js'
import { sendJson } from './send.js'

/** Says that the process runs. */
export const answerLive = (response: ServerResponse) => sendJson(response, 200, { status: 'live' })

/** Whether a process may be asked: as long as its own check succeeds, and until it begins to drain. */
export class Readiness {
  private isDraining = false

  /** `check` throws while the process cannot serve; what it returns is told besides. */
  constructor(
    private readonly check: () => Promise<object | undefined>,
    private readonly log: Log,
  ) {}

  /** Says from now on that others are to be asked. */
  drain(): void {
    this.isDraining = true
  }

  /** Answers whoever decides where requests go. */
  async answer(response: ServerResponse): Promise<void> {
    if (this.isDraining) {
      sendJson(response, 503, { status: 'draining' })
      return
    }
    try {
      sendJson(response, 200, { status: 'ready', ...(await this.check()) })
    } catch (error) {
      this.log.warn({ err: error }, 'not ready')
      sendJson(response, 503, { status: 'not ready' })
    }
  }
}
