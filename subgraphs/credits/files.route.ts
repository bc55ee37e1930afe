import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { badInput } from '../shared/errors.js'
import { sendJson } from '../shared/http/send.js'
import { Batch } from './batch/batch.js'
import { visibleBatches } from './batch/batch.policy.js'
import { sendResult } from './batch/send-result.js'
import { writeTemplateWorkbook } from './batch/workbook/template-workbook.js'
import type { CreditsContext } from './context.js'
import { transcriptJson, transcriptPdf, verifyTranscript } from './transcript/transcript-files.js'
import { receiveUpload } from './upload/receive-upload.js'

interface Exchange {
  context: CreditsContext
  request: IncomingMessage
  response: ServerResponse
  /** What the parentheses of the path caught. */
  id: string
  search: URLSearchParams
}

type Route = readonly [method: string, path: RegExp, answer: (exchange: Exchange) => Promise<void>]

const uuid = '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'

const routes: readonly Route[] = [
  ['PUT', new RegExp(`^/uploads/${uuid}$`), putUpload],
  ['GET', new RegExp(`^/uploads/${uuid}/result$`), getResult],
  ['GET', new RegExp(`^/transcripts/${uuid}\\.pdf$`), getPdf],
  ['GET', new RegExp(`^/transcripts/${uuid}\\.json$`), getJson],
  ['GET', /^\/verify\/([\w-]{1,40})\.json$/, getVerification],
  ['GET', /^\/(template)\.xlsx$/, getTemplate],
]

/** Answers the addresses of files; false where there is none. */
export async function routeFiles(
  context: CreditsContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  for (const [method, path, answer] of routes) {
    const id = request.method === method ? path.exec(url.pathname)?.[1] : undefined
    if (!id) continue
    await answer({ context, request, response, id, search: url.searchParams })
    return true
  }
  return false
}

async function putUpload({ context, request, response, id }: Exchange): Promise<void> {
  const announced = request.headers['content-length']
  const batch = await receiveUpload(
    context.viewer,
    id,
    request,
    announced === undefined ? undefined : Number(announced),
    context,
  )
  const { batchId, state, duplicateOf, refusal } = batch
  sendJson(response, 200, { batchId, state, duplicateOf: duplicateOf ?? null, refusal: refusal ?? null })
}

async function getResult({ context: { em, viewer }, response, id, search }: Exchange): Promise<void> {
  const batch = await em.findOneOrFail(Batch, { $and: [{ batchId: id }, visibleBatches(viewer)] })
  viewer.must('download', batch)
  const rows = search.get('rows') ?? 'all'
  if (rows !== 'all' && rows !== 'failed') throw badInput('Ask for rows=all or rows=failed.')
  await sendResult(response, em, batch, rows === 'failed' ? 'FAILED' : 'ALL')
}

async function getPdf({ context: { em, viewer }, request, response, id }: Exchange): Promise<void> {
  const pdf = await transcriptPdf(em, viewer, id, String(request.headers['x-creditgraph-origin'] ?? ''))
  sendFile(response, 'application/pdf', `transcript-${id}.pdf`)
  await pipeline(pdf, response)
}

async function getJson({ context: { em, viewer }, response, id }: Exchange): Promise<void> {
  const document = await transcriptJson(em, viewer, id)
  sendFile(response, 'application/json; charset=utf-8', `transcript-${id}.json`)
  response.end(JSON.stringify(document, null, 2))
}

async function getVerification({ context: { em }, response, id }: Exchange): Promise<void> {
  const found = await verifyTranscript(em, id)
  sendJson(response, found ? 200 : 404, found ?? { valid: false })
}

async function getTemplate({ response }: Exchange): Promise<void> {
  sendFile(
    response,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'learner-credit-template.xlsx',
  )
  await writeTemplateWorkbook(response)
}

function sendFile(response: ServerResponse, type: string, name: string): void {
  response.setHeader('content-type', type)
  response.setHeader('content-disposition', `attachment; filename="${name}"`)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
}
