import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Express } from 'express'
import { keepHeaders, setKeptHeaders } from '../../subgraphs/shared/http/kept-headers.js'
import { cutSlowRequest } from './http-problem.js'
import { protectiveHeaders } from './protect.js'

/**
 * Hands requests to the graph straight to it, with the headers that every answer has, and all others to the pages. Whoever opens
 * the address of the graph as a page is led to the explorer.
 */
export const graphFirst =
  (graph: (request: IncomingMessage, response: ServerResponse) => Promise<void>, web: Express): RequestListener =>
  (request, response) => {
    if (!isGraph(request.url)) {
      setKeptHeaders(response)
      web(request, response)
      return
    }
    cutSlowRequest(request)
    keepHeaders(response, protectiveHeaders)
    if (isOpenedAsPage(request)) response.writeHead(303, { location: '/graphiql', vary: 'accept' }).end()
    else void graph(request, response)
  }

/** As Express matches a path: `/graphql`, in any case, with a slash behind it, the hash of a document, or a query. */
const isGraph = (url = '') => /^\/graphql(?:\/(?:sha256(?::|%3a)[^/?]*)?)?(?:\?|$)/i.test(url)

const isOpenedAsPage = ({ method, url = '', headers: { accept = '' } }: IncomingMessage) =>
  (method === 'GET' || method === 'HEAD') && /^\/graphql\/?\??$/i.test(url) && /\btext\/html\b/i.test(accept)
