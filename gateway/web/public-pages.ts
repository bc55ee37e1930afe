import type { NextFunction, Request, Response } from 'express'
import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'
import type { AnswerCache } from '../answer-cache/answer-cache.js'

const html = 'text/html; charset=utf-8'

/**
 * The page of an activity, which is the same for everybody, from memory until something changes. What is not there, or is
 * another file at such an address, is left to whoever passes files on.
 */
export const publicPages =
  (kept: Pick<AnswerCache, 'page'>, client: InternalClient, publicUrl: string | undefined) =>
  async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const { path } = request
    if (!/^\/activity\/\d{9}$/.test(path)) {
      next()
      return
    }
    const origin = publicUrl ?? `${request.protocol}://${request.headers.host}`
    const page = await kept.page(`${origin}${path}`, async () => {
      const headers = { ...client.credentials(undefined), 'x-creditgraph-origin': origin }
      const { statusCode, headers: given, body } = await client.requestFile({ method: 'GET', path, headers })
      const text = await body.text()
      return statusCode === 200 && given['content-type'] === html ? text : undefined
    })
    if (page === undefined) {
      next()
      return
    }
    response.setHeader('content-type', html)
    response.setHeader('cache-control', 'no-cache')
    response.setHeader('x-content-type-options', 'nosniff')
    response.end(page)
  }
