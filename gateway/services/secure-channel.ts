import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { forbidden } from '../../subgraphs/shared/errors.js'
import { sendFault } from '../../subgraphs/shared/service/service-format.js'
import { isSecure } from '../web/is-secure.js'

const oneYearSeconds = 31_536_000

/**
 * Where the world reaches this server by https, web services and their keys come by no other way, and browsers are told to
 * stay with it (W03). Which versions of TLS are spoken is for whatever stands in front to decide, 1.2 being the least.
 */
export function secureChannel(publicUrl: string | undefined): RequestHandler {
  if (!publicUrl?.startsWith('https:')) return (_request, _response, next) => next()
  return (request: Request, response: Response, next: NextFunction) => {
    if (isSecure(request)) response.setHeader('strict-transport-security', `max-age=${oneYearSeconds}`)
    else if (request.path.startsWith('/services/')) {
      const isXml = /xml/i.test(request.headers['content-type'] ?? '')
      sendFault(response, forbidden(`Web services are called by https only, at ${publicUrl}.`), isXml ? 'XML' : 'JSON')
      return
    }
    next()
  }
}
