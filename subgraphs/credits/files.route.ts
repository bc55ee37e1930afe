import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { badInput } from '../shared/errors.js'
import {
  announcedBytes,
  answerFile,
  describeFile,
  type FileExchange,
  type FileRoute,
  uuidInPath,
  xlsxType,
} from '../shared/http/file-routes.js'
import { sendJson } from '../shared/http/send.js'
import { sendProgress } from '../shared/upload/follow/send-progress.js'
import { receiveUpload } from '../shared/upload/receive-upload.js'
import { writeTemplateWorkbook } from '../shared/workbook/template-workbook.js'
import { Batch, batchKind } from './batch/batch.js'
import { visibleBatches } from './batch/batch.policy.js'
import { learnerForm } from './batch/columns.js'
import { learnerLists } from './batch/learner-lists.js'
import { parseResultForm } from './batch/learner-result-forms.js'
import { sendResult } from './batch/send-result.js'
import { boardRoutes } from './board/board.route.js'
import { sendSubmissions } from './completion/export-submissions.js'
import { conditionsOf, filterIn } from './completion/submission-filter.js'
import type { CreditsContext } from './context.js'
import { certificateRoutes } from './missing-credit/certificate.js'
import { learnerServices } from './service/learner-services.js'
import { transcriptJson, transcriptPdf, verifyTranscript } from './transcript/transcript-files.js'

type Exchange = FileExchange<CreditsContext>

const routes: readonly FileRoute<CreditsContext>[] = [
  ['PUT', new RegExp(`^/uploads/${uuidInPath}$`), putUpload],
  ['GET', new RegExp(`^/uploads/${uuidInPath}/result$`), getResult],
  ['GET', new RegExp(`^/uploads/${uuidInPath}/events$`), getEvents],
  ['GET', new RegExp(`^/transcripts/${uuidInPath}\\.pdf$`), getPdf],
  ['GET', new RegExp(`^/transcripts/${uuidInPath}\\.json$`), getJson],
  ['GET', /^\/verify\/([\w-]{1,40})\.json$/, getVerification],
  ['GET', /^\/(template)\.xlsx$/, getTemplate],
  ['GET', /^\/exports\/records\.(csv|xlsx)$/, getRecords],
  ...certificateRoutes,
  learnerServices,
  ...boardRoutes,
]

/** Answers the addresses of files; false where there is none. */
export const routeFiles = (
  context: CreditsContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => answerFile(routes, context, request, response)

async function putUpload({ context, request, response, id }: Exchange): Promise<void> {
  const { viewer, em, spool, queue } = context
  const own = { providerId: viewer.ownProviderId() }
  viewer.must('upload', await em.findOneOrFail(Batch, { batchId: id, ...own }))
  const arrival = { batchId: id, within: own, bytes: request, announced: announcedBytes(request) }
  const batch = await receiveUpload(arrival, { kind: batchKind, em, spool, queue })
  const { batchId, state, duplicateOf, refusal } = batch
  sendJson(response, 200, { batchId, state, duplicateOf: duplicateOf ?? null, refusal: refusal ?? null })
}

async function getResult({ context: { em, viewer }, response, id, search }: Exchange): Promise<void> {
  const batch = await em.findOneOrFail(Batch, { $and: [{ batchId: id }, visibleBatches(viewer)] })
  viewer.must('download', batch)
  const rows = search.get('rows') ?? 'all'
  if (rows !== 'all' && rows !== 'failed') throw badInput('Ask for rows=all or rows=failed.')
  const form = search.get('form')
  const format = form ? parseResultForm(form) : undefined
  if (form && !format) throw badInput('Ask for form=xlsx, csv, tab, json or xml.')
  await sendResult(response, em, batch, { which: rows === 'failed' ? 'FAILED' : 'ALL', format })
}

async function getEvents({ context: { em, viewer, progress }, request, response, id }: Exchange): Promise<void> {
  const batch = await em.findOneOrFail(Batch, { $and: [{ batchId: id }, visibleBatches(viewer)] })
  const { batchId, state, appliedRows, counts } = batch
  const standing = { batchId, state, appliedRows, counts: { ...counts }, totalRows: batch.totalRows ?? null }
  await sendProgress(request, response, progress, standing)
}

async function getPdf({ context: { em, viewer }, request, response, id }: Exchange): Promise<void> {
  const pdf = await transcriptPdf(em, viewer, id, String(request.headers['x-creditgraph-origin'] ?? ''))
  describeFile(response, 'application/pdf', `transcript-${id}.pdf`)
  await pipeline(pdf, response)
}

async function getJson({ context: { em, viewer }, response, id }: Exchange): Promise<void> {
  const document = await transcriptJson(em, viewer, id)
  describeFile(response, 'application/json; charset=utf-8', `transcript-${id}.json`)
  response.end(JSON.stringify(document, null, 2))
}

async function getVerification({ context: { em }, response, id }: Exchange): Promise<void> {
  const found = await verifyTranscript(em, id)
  sendJson(response, found ? 200 : 404, found ?? { valid: false })
}

async function getRecords({ context: { em, viewer }, response, id, search }: Exchange): Promise<void> {
  const providerId = viewer.ownProviderId()
  const conditions = conditionsOf(filterIn(search), providerId)
  await sendSubmissions(response, em, { providerId, conditions }, id === 'xlsx' ? 'xlsx' : 'csv')
}

async function getTemplate({ response }: Exchange): Promise<void> {
  describeFile(response, xlsxType, 'learner-credit-template.xlsx')
  await writeTemplateWorkbook(response, learnerForm, learnerLists())
}
