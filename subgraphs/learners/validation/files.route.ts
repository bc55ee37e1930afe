import type { IncomingMessage, ServerResponse } from 'node:http'
import { badInput } from '../../shared/errors.js'
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
import { templateText } from '../../shared/table/result-text.js'
import { receiveUpload } from '../../shared/upload/receive-upload.js'
import { writeTemplateWorkbook } from '../../shared/workbook/template-workbook.js'
import type { LearnersContext } from '../context.js'
import { sendValidationResult } from './file/send-result.js'
import { addressPrefix, ValidationBatch, validationBatchKind } from './file/validation-batch.js'
import { visibleValidationBatches } from './file/validation-batch.policy.js'
import { validationForm } from './validation-form.js'
import { validationLists } from './validation-lists.js'

type Exchange = FileExchange<LearnersContext>

const upload = `/uploads/${addressPrefix}${uuidInPath}`

const routes: readonly FileRoute<LearnersContext>[] = [
  ['PUT', new RegExp(`^${upload}$`), putUpload],
  ['GET', new RegExp(`^${upload}/result$`), getResult],
  ['GET', /^\/templates\/(learners-validation)\.xlsx$/, getWorkbookTemplate],
  ['GET', /^\/templates\/(learners-validation)\.csv$/, getTextTemplate],
]

/** Answers the addresses of validation files; false where there is none. */
export const routeValidationFiles = (
  context: LearnersContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => answerFile(routes, context, request, response)

async function putUpload({ context, request, response, id }: Exchange): Promise<void> {
  const { viewer, em, files } = context
  const within = { providerId: viewer.ownProviderId() }
  viewer.must('upload', await em.findOneOrFail(ValidationBatch, { batchId: id, ...within }))
  const arrival = { batchId: id, within, bytes: request, announced: announcedBytes(request) }
  const batch = await receiveUpload(arrival, { kind: validationBatchKind, em, ...files })
  const { batchId, state, duplicateOf, refusal } = batch
  sendJson(response, 200, { batchId, state, duplicateOf: duplicateOf ?? null, refusal: refusal ?? null })
}

async function getResult({ context: { em, viewer }, response, id, search }: Exchange): Promise<void> {
  const batch = await em.findOneOrFail(ValidationBatch, { $and: [{ batchId: id }, visibleValidationBatches(viewer)] })
  viewer.must('download', batch)
  const rows = search.get('rows') ?? 'all'
  if (rows !== 'all' && rows !== 'failed') throw badInput('Ask for rows=all or rows=failed.')
  await sendValidationResult(response, em, batch, rows === 'failed' ? 'FAILED' : 'ALL')
}

async function getWorkbookTemplate({ response, id }: Exchange): Promise<void> {
  describeFile(response, xlsxType, `${id}.xlsx`)
  await writeTemplateWorkbook(response, validationForm, validationLists())
}

async function getTextTemplate({ response, id }: Exchange): Promise<void> {
  describeFile(response, 'text/csv; charset=utf-8', `${id}.csv`)
  response.end(templateText(validationForm, ','))
}
