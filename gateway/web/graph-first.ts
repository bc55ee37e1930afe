import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Express } from 'express'
import { cutSlowRequest } from './http-problem.js'
import { protect } from './protect.js'

/** Hands requests to the graph straight to it, with the headers that every answer has, and all others to the pages. */
export const graphFirst =
  (graph: (request: IncomingMessage, response: ServerResponse) => Promise<void>, web: Express): RequestListener =>
  (request, response) => {
    if (!isGraph(request.url)) {
      web(request, response)
      return
    }
    cutSlowRequest(request)
    protect(request, response, () => void graph(request, response))
  }

/** As Express matches a path: `/graphql`, in any case, with a slash behind it or a query. */
const isGraph = (url = '') => /^\/graphql\/?(?:\?|$)/i.test(url)
