import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from '../../subgraphs/credits/board/moc-answer.js'
import { WebhookKeys } from '../../subgraphs/credits/board/webhook/webhook-keys.js'
import { badRequest, notFound, payloadTooLarge, upstreamUnavailable } from '../../subgraphs/shared/errors.js'
import { sendError, sendJson } from '../../subgraphs/shared/http/send.js'
import { listen } from '../../subgraphs/shared/http/server.js'
import type { Part } from '../../subgraphs/shared/part.js'
import type { BoardServiceConfig } from './config.js'
import { type Manner, mannerOf } from './manners.js'

/** What the stand-in reads of a message. */
interface Question {
  type: string
  data: { noticeId: string; partId: string; points: number }
}

/** What a board says at once: a text, or nothing. */
type Reply = Answer[] | 'LATER' | 'NONSENSE' | 'DOWN'

const maxBodyBytes = 64 * 1024
/** How soon after its first answer a board speaks again, where it does. */
const secondThoughtMs = 300

/** A stand-in for every certifying board, for development: takes the webhooks and answers like life. */
export async function startBoardService(config: BoardServiceConfig): Promise<Part> {
  const service = new BoardService(config, await WebhookKeys.open(config.keysDir))
  const server = await listen({
    host: config.host,
    port: config.port,
    handler: (request, response) => service.answer(request, response),
  })
  config.log.info({ port: server.port }, 'board service ready')
  return {
    port: server.port,
    stop: async () => {
      service.stop()
      await server.close()
    },
  }
}

class BoardService {
  private readonly downUntil = new Map<string, number>()
  /** Notices to which it was not at its best, so that it is so only once. */
  private readonly seen = new Set<string>()
  private readonly later = new Set<NodeJS.Timeout>()

  constructor(
    private readonly config: BoardServiceConfig,
    private readonly keys: WebhookKeys,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { log } = this.config
    try {
      const board = /^\/boards\/([A-Z]{2,8})$/.exec(request.url ?? '')?.[1]
      if (!board || request.method !== 'POST') throw notFound('There is nothing at this address.')
      const body = await readBody(request)
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      this.keys.verify(board, keyNumberOf(headers['webhook-key-id']), headers, body)
      const question = JSON.parse(body) as Question
      const reply = question.type === 'moc.decide' ? this.replyTo(board, question) : []
      log.info({ board, type: question.type, partId: question.data.partId, reply }, 'asked')
      if (reply === 'DOWN') throw upstreamUnavailable('The board is down for a while.')
      if (reply === 'NONSENSE') response.end('<html>Welcome to our board!</html>')
      else sendJson(response, reply === 'LATER' ? 202 : 200, { answers: reply === 'LATER' ? [] : reply })
    } catch (error) {
      sendError(response, error instanceof SyntaxError ? badRequest('That is not JSON.') : error, log)
    }
  }

  stop(): void {
    for (const timer of this.later) clearTimeout(timer)
  }

  private replyTo(board: string, { data: { noticeId, partId, points } }: Question): Reply {
    const { lateMs, downMs } = this.config
    const isFirst = !this.seen.has(noticeId)
    this.seen.add(noticeId)
    if ((this.downUntil.get(board) ?? 0) > Date.now()) return 'DOWN'
    const accepted: Answer = { partId, decision: 'ACCEPTED' }
    const manners: Record<Manner['kind'], () => Reply> = {
      ACCEPTS: () => [accepted],
      REJECTS: () => [rejection(partId, mannerOf(board, points))],
      IS_LATE: () => this.sayLater(board, accepted, lateMs, 'LATER'),
      ANSWERS_TWICE: () => this.sayLater(board, accepted, secondThoughtMs, [accepted]),
      CONTRADICTS_ITSELF: () =>
        this.sayLater(board, { partId, decision: 'REJECTED', reasonCode: 'OTHER' }, secondThoughtMs, [accepted]),
      GOES_DOWN: () => {
        if (!isFirst) return [accepted]
        this.downUntil.set(board, Date.now() + downMs)
        return 'DOWN'
      },
      TALKS_NONSENSE: () => (isFirst ? 'NONSENSE' : [accepted]),
      LEAVES_IT_TO_PEOPLE: () => 'LATER',
    }
    return manners[mannerOf(board, points).kind]()
  }

  /** Speaks by its own call after a while; what it says now is the reply. */
  private sayLater(board: string, answer: Answer, afterMs: number, reply: Reply): Reply {
    const timer = setTimeout(() => {
      this.later.delete(timer)
      void this.call(board, answer)
    }, afterMs)
    this.later.add(timer)
    return reply
  }

  private async call(board: string, answer: Answer): Promise<void> {
    const { platformUrl, log } = this.config
    const body = JSON.stringify({ answers: [answer] })
    try {
      const response = await fetch(`${platformUrl}/boards/${board}/answers`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...this.keys.sign(board, 1, randomUUID(), new Date(), body) },
        body,
      })
      log.info({ board, partId: answer.partId, status: response.status, said: await response.text() }, 'answered later')
    } catch (error) {
      log.warn({ err: error, board, partId: answer.partId }, 'the platform could not be called')
    }
  }
}

function rejection(partId: string, manner: Manner): Answer {
  if (manner.kind !== 'REJECTS') throw new Error('Only a manner that rejects has a reason.')
  return { partId, decision: 'REJECTED', reasonCode: manner.reasonCode, reason: manner.reason ?? null }
}

const keyNumberOf = (keyId = '') => Number(/-(\d{1,6})$/.exec(keyId)?.[1] ?? 1)

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBodyBytes) throw payloadTooLarge('That is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
