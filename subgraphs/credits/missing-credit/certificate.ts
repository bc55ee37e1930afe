import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import {
  badRequest,
  forbidden,
  notFound,
  payloadTooLarge,
  quotaExceeded,
  unsupportedMediaType,
} from '../../shared/errors.js'
import {
  announcedBytes,
  describeFile,
  type FileExchange,
  type FileRoute,
  uuidInPath,
} from '../../shared/http/file-routes.js'
import { sendJson } from '../../shared/http/send.js'
import { uploadLimits } from '../../shared/upload/limits.js'
import { Spool } from '../../shared/upload/spool.js'
import type { CreditsContext } from '../context.js'
import { certificateTypeOf, extensionOf, signatureLength } from './certificate-type.js'
import { CreditRequest } from './credit-request.js'
import { mustBeOpen } from './end-request.js'
import { requestLimits } from './limits.js'
import { countSteps, findRequest, holdRequest, recordStep } from './record-step.js'

const path = new RegExp(`^/credit-requests/${uuidInPath}/certificate$`)
const megabytes = requestLimits.certificateBytes / 1024 / 1024
const dayMs = 86_400_000

/** Where certificates lie: beside uploads, which are no neighbours that a worker takes for its own. */
export const certificateSpool = (spoolDir: string) =>
  new Spool(join(spoolDir, 'certificates'), {
    fileBytes: requestLimits.certificateBytes,
    reserveBytes: uploadLimits.reserveBytes,
  })

/** The addresses of certificates. */
export const certificateRoutes: readonly FileRoute<CreditsContext>[] = [
  ['PUT', path, putCertificate],
  ['GET', path, getCertificate],
]

/** Takes a picture or PDF from the physician who asks, by what its bytes are; another one takes its place. */
async function putCertificate({ context, request: call, response, id }: FileExchange<CreditsContext>): Promise<void> {
  const { em, viewer, certificates, now } = context
  const announced = announcedBytes(call)
  if (!announced) throw badRequest('Say how many bytes will come, and send at least one.')
  if (announced > requestLimits.certificateBytes)
    throw payloadTooLarge(`A certificate may have at most ${megabytes} MB.`, { hint: 'Take a smaller picture.' })
  mustBeOpen(await findRequest(em, id, viewer, 'follow up'))
  const draft = await certificates.receive(id, call, announced)
  try {
    const type = certificateTypeOf(await headOf(draft.path))
    if (!type) throw unsupportedMediaType('Send a JPEG or PNG picture or a PDF. This file is none of them.')
    const kept = await em.fork().transactional(async (transaction) => {
      const held = await holdRequest(transaction, id, viewer, 'follow up')
      mustBeOpen(held)
      if ((await countSteps(transaction, held, 'CERTIFICATE_ADDED')) >= requestLimits.certificates)
        throw quotaExceeded(`A certificate can be sent ${requestLimits.certificates} times for one request.`)
      Object.assign(held, { certificateType: type, certificateBytes: draft.byteSize } satisfies Partial<CreditRequest>)
      await recordStep(transaction, held, { kind: 'CERTIFICATE_ADDED', by: viewer.signedIn(), at: now() })
      await certificates.keep(id, draft)
      return held
    })
    sendJson(response, 200, { requestId: kept.requestId, certificate: kept.certificate })
  } finally {
    await certificates.discard(draft)
  }
}

/** Hands a certificate to the physician who sent it and to the provider that is asked, as a file to be saved. */
async function getCertificate({ context, response, id }: FileExchange<CreditsContext>): Promise<void> {
  const { em, viewer, certificates } = context
  const found = await findRequest(em, id, viewer)
  if (viewer.signedIn().role === 'OPERATOR') throw forbidden('A certificate is for the physician and the provider.')
  const { certificateType: type } = found
  if (!type) throw notFound('No certificate was sent with this request, or it was removed.')
  const file = certificates.pathOf(id)
  const { size } = await stat(file)
  describeFile(response, type, `certificate-${id}.${extensionOf(type)}`)
  response.setHeader('content-length', size)
  await pipeline(createReadStream(file), response)
}

/** Removes the certificate of a request on the physician’s word; one that has none is left as it is. */
export async function removeCertificate(
  requestId: string,
  { em, viewer, certificates, now }: Pick<CreditsContext, 'em' | 'viewer' | 'certificates' | 'now'>,
): Promise<CreditRequest> {
  return em.transactional(async (transaction) => {
    const request = await holdRequest(transaction, requestId, viewer, 'follow up')
    if (!request.certificateType) return request
    await certificates.remove(requestId)
    forget(request)
    await recordStep(transaction, request, { kind: 'CERTIFICATE_REMOVED', by: viewer.signedIn(), at: now() })
    return request
  })
}

/** Removes certificates of requests that ended long enough ago, some at a time; resolves to how many. */
export async function forgetCertificates(em: EntityManager, certificates: Spool, now: Date): Promise<number> {
  const before = new Date(now.getTime() - requestLimits.certificateDays * dayMs)
  await certificates.removeDraftsBefore(new Date(now.getTime() - dayMs))
  return em.fork().transactional(async (transaction) => {
    const old = await transaction.find(
      CreditRequest,
      { certificateType: { $ne: null }, endedAt: { $lt: before } },
      { limit: 500, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    )
    for (const request of old) {
      await certificates.remove(request.requestId)
      forget(request)
    }
    return old.length
  })
}

const forget = (request: CreditRequest) => Object.assign(request, { certificateType: null, certificateBytes: null })

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const head = new Uint8Array(signatureLength)
    await handle.read(head, 0, signatureLength, 0)
    return head
  } finally {
    await handle.close()
  }
}
