import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type HttpLimits, httpLimits } from './limits.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export interface HttpServerOptions {
  host: string
  port: number
  handler: Handler
  limits?: HttpLimits
}

export interface RunningServer {
  port: number
  /** Stops accepting, lets requests in flight finish, then closes what is left after the grace period. */
  close(graceMs?: number): Promise<void>
}

/** Listens, with the limits every server of the platform has. */
export async function listen({ host, port, handler, limits = httpLimits }: HttpServerOptions): Promise<RunningServer> {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
    },
    (request, response) => void handler(request, response),
  )
  server.maxHeadersCount = limits.headers
  server.maxConnections = limits.connections
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return { port: address.port, close: (graceMs = 10_000) => close(server, graceMs) }
}

async function close(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeIdleConnections()
  })
  clearTimeout(cut)
}
