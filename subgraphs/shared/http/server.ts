import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { KeepingResponse } from './kept-headers.js'
import { type HttpLimits, httpLimits } from './limits.js'

const sweepMs = 50

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export interface HttpServerOptions {
  host: string
  port: number
  handler: Handler
  limits?: HttpLimits
}

export interface RunningServer {
  port: number
  /** Makes each answer the last of its connection, so that callers open new ones elsewhere; ends after a while. */
  drain(ms: number): Promise<void>
  /** Stops accepting, lets requests in flight finish, then closes what is left after the grace period. */
  close(graceMs?: number): Promise<void>
}

/** Listens, with the limits every server of the platform has. */
export async function listen({ host, port, handler, limits = httpLimits }: HttpServerOptions): Promise<RunningServer> {
  let isDraining = false
  const server = createServer(
    {
      ServerResponse: KeepingResponse,
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
    },
    (request, response) => {
      if (isDraining) response.setHeader('connection', 'close')
      void handler(request, response)
    },
  )
  const connections = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  server.maxHeadersCount = limits.headers
  server.maxConnections = limits.connections
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    port: address.port,
    drain: async (ms) => {
      isDraining = true
      await pause(ms)
    },
    close: (graceMs = 10_000) => {
      isDraining = true
      return close(server, connections, graceMs)
    },
  }
}

async function close(server: Server, connections: ReadonlySet<Socket>, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  const closeIdle = () => {
    server.closeIdleConnections()
    // Browsers open connections ahead of what they will ask, and a server takes those for busy ones.
    for (const connection of connections) if (connection.bytesRead === 0) connection.destroy()
  }
  // A connection whose answer was on its way is idle afterwards, and nobody else closes it.
  const sweep = setInterval(closeIdle, sweepMs)
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    closeIdle()
  })
  clearTimeout(cut)
  clearInterval(sweep)
}
