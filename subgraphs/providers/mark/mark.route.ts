import type { IncomingMessage, ServerResponse } from 'node:http'
import { centralDay } from '../../reference/central-day.js'
import { forbidden, notFound } from '../../shared/errors.js'
import type { ProvidersContext } from '../context.js'
import { reportsCredit } from '../credit/reports-credit.js'
import { markBytes, markFiles } from './mark-files.js'

const types = { SVG: 'image/svg+xml', PNG: 'image/png' } as const

/** Sends a file of the provider mark to a provider that may use it (V06); false for any other address. */
export async function routeMark(
  { em, viewer, now }: Pick<ProvidersContext, 'em' | 'viewer' | 'now'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const [, name] = /^\/provider-mark\/([\w.-]{1,60})$/.exec(pathname) ?? []
  if (request.method !== 'GET' || !name) return false
  const { reportsLearnerCredit } = await reportsCredit(em, viewer.ownProviderId(), centralDay(now()))
  if (!reportsLearnerCredit)
    throw forbidden('The mark is for providers that report learner credit: an accepted record of the last 12 months.')
  const file = markFiles.get(name)
  if (!file) throw notFound('There is no such file of the mark.')
  const bytes = await markBytes(file)
  response.setHeader('content-type', types[file.format])
  response.setHeader('content-length', bytes.length)
  response.setHeader('content-disposition', `attachment; filename="${file.name}"`)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'private, no-store')
  response.end(bytes)
  return true
}
