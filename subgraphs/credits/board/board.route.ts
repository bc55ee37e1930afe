import type { IncomingMessage } from 'node:http'
import { badInput, notFound, payloadTooLarge } from '../../shared/errors.js'
import type { FileExchange, FileRoute } from '../../shared/http/file-routes.js'
import { sendJson } from '../../shared/http/send.js'
import type { CreditsContext } from '../context.js'
import { decideParts } from './decide-parts.js'
import { answerSentence, maxAnswers } from './moc-answer.js'
import { findNotices, wireNotice } from './moc-notice.js'
import { readNotices } from './notice-events.js'
import { readAnswers } from './webhook/read-answers.js'

type Exchange = FileExchange<CreditsContext>

const maxFeedPage = 500
const maxBodyBytes = 512 * 1024

/** The addresses for the programs of certifying boards: the feed as plain JSON, and signed answers. */
export const boardRoutes: readonly FileRoute<CreditsContext>[] = [
  ['GET', /^\/boards\/([A-Z]{2,8})\/feed\.json$/, getFeed],
  ['PUT', /^\/boards\/([A-Z]{2,8})\/answers$/, putAnswers],
]

/** A page of the feed of the viewer’s own board; the end of it is where the next one begins, also when it is empty. */
async function getFeed({ context: { em, viewer }, response, id: board, search }: Exchange): Promise<void> {
  if (viewer.ownCertifyingBoard() !== board) throw notFound('There is nothing at this address.')
  const after = search.get('after')
  const limit = Number(search.get('limit') ?? maxFeedPage)
  if (!Number.isInteger(limit) || limit < 1 || limit > maxFeedPage)
    throw badInput(`Ask for limit=1 to limit=${maxFeedPage}.`)
  const events = await readNotices(em, after, limit + 1, board)
  const page = events.slice(0, limit)
  response.setHeader('cache-control', 'no-store')
  sendJson(response, 200, {
    notices: (await findNotices(em, page)).map(wireNotice),
    endCursor: page.at(-1)?.cursor ?? after,
    hasMore: events.length > limit,
  })
}

/** Answers that a board signs with its own key, as it verifies ours; for boards that answer later than we ask. */
async function putAnswers({ context, request, response, id: board }: Exchange): Promise<void> {
  const { em, boardLine } = context
  const body = await readBody(request)
  const webhook = await boardLine.webhooks.of(em, board)
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  // A board that is not connected has a key too, so that nobody learns by trying which boards are.
  boardLine.keys.verify(board, webhook?.keyNumber ?? 1, headers, body)
  if (!webhook) throw notFound('There is nothing at this address.')
  const answers = readAnswers(body)
  if (!answers?.length)
    throw badInput(
      `Send {"answers": [{"partId", "decision", "reasonCode", "reason"}]} with 1 to ${maxAnswers} answers.`,
    )
  const results = await decideParts(em, answers, { boardCode: board, decidedBy: `signed answer of ${board}` })
  sendJson(response, 200, {
    answers: results.map((result) => ({ ...result, message: answerSentence(result.outcome) })),
  })
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBodyBytes) throw payloadTooLarge(`Send at most ${maxBodyBytes / 1024} kB at once.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
