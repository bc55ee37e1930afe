import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  announcedBytes,
  answerFile,
  type FileExchange,
  type FileRoute,
  uuidInPath,
} from '../../shared/http/file-routes.js'
import { sendJson } from '../../shared/http/send.js'
import { receiveUpload } from '../../shared/upload/receive-upload.js'
import type { LearnersContext } from '../context.js'
import { addressPrefix, ValidationBatch, validationBatchKind } from './file/validation-batch.js'

type Exchange = FileExchange<LearnersContext>

const upload = `/uploads/${addressPrefix}${uuidInPath}`

const routes: readonly FileRoute<LearnersContext>[] = [['PUT', new RegExp(`^${upload}$`), putUpload]]

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
