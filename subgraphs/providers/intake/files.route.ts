import type { IncomingMessage, ServerResponse } from 'node:http'
import { badInput, notFound } from '../../shared/errors.js'
import {
  announcedBytes,
  answerFile,
  describeFile,
  type FileExchange,
  type FileRoute,
  uuidInPath,
  xlsxType,
} from '../../shared/http/file-routes.js'
import { sendJson } from '../../shared/http/send.js'
import { receiveUpload } from '../../shared/upload/receive-upload.js'
import type { ProvidersContext } from '../context.js'
import { ActivityBatch, activityBatchKind, addressPrefix } from './batch/activity-batch.js'
import { visibleActivityBatches } from './batch/activity-batch.policy.js'
import { sendActivityResult } from './result/send-result.js'
import { parseTemplateName, writeActivityTemplate } from './template/write-template.js'

type Exchange = FileExchange<ProvidersContext>

const upload = `/uploads/${addressPrefix}${uuidInPath}`

const routes: readonly FileRoute<ProvidersContext>[] = [
  ['PUT', new RegExp(`^${upload}$`), putUpload],
  ['GET', new RegExp(`^${upload}/result$`), getResult],
  ['GET', /^\/templates\/([\w-]{1,60})\.xlsx$/, getTemplate],
]

/** Answers the addresses of files of activities; false where there is none. */
export const routeActivityFiles = (
  context: ProvidersContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => answerFile(routes, context, request, response)

async function putUpload({ context, request, response, id }: Exchange): Promise<void> {
  const { viewer, em, files } = context
  const within = { providerId: viewer.ownProviderId() }
  viewer.must('upload', await em.findOneOrFail(ActivityBatch, { batchId: id, ...within }))
  const arrival = { batchId: id, within, bytes: request, announced: announcedBytes(request) }
  const batch = await receiveUpload(arrival, { kind: activityBatchKind, em, ...files })
  const { batchId, state, duplicateOf, refusal } = batch
  sendJson(response, 200, { batchId, state, duplicateOf: duplicateOf ?? null, refusal: refusal ?? null })
}

async function getResult({ context: { em, viewer }, response, id, search }: Exchange): Promise<void> {
  const batch = await em.findOneOrFail(ActivityBatch, { $and: [{ batchId: id }, visibleActivityBatches(viewer)] })
  viewer.must('download', batch)
  const rows = search.get('rows') ?? 'all'
  if (rows !== 'all' && rows !== 'failed') throw badInput('Ask for rows=all or rows=failed.')
  await sendActivityResult(response, em, batch, rows === 'failed' ? 'FAILED' : 'ALL')
}

async function getTemplate({ response, id }: Exchange): Promise<void> {
  const name = parseTemplateName(id)
  if (!name) throw notFound('There is no template of that name.')
  describeFile(response, xlsxType, `${name}.xlsx`)
  await writeActivityTemplate(response, name)
}
