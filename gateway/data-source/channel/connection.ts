import { connect, isIP, type OnReadOpts, type Socket, type TcpNetConnectOpts } from 'node:net'
import { type ConnectionOptions, connect as connectSecurely } from 'node:tls'
import { apart } from '../../../subgraphs/shared/observe/work.js'
import type { SourceLimits } from '../limits.js'
import type { Received } from '../received.js'
import { AnswerReader } from './answer-reader.js'
import type { Exchange } from './exchange.js'

/** A connection that ended before its answer was there. */
export class ConnectionLost extends Error {
  readonly code = 'ECONNRESET'

  constructor() {
    super('The connection ended before the answer was there.')
  }
}

/** Whom a connection tells what becomes of it. */
export interface ConnectionOwner {
  /** Another request may be sent over it. */
  freed(connection: Connection): void
  /** It is no more. */
  left(connection: Connection): void
}

export interface Place {
  host: string
  port: number
  /** True where the server has to prove its name, and nobody between may read along. */
  isSecure: boolean
}

export type ConnectionLimits = Pick<SourceLimits, 'connectMs' | 'timeoutMs' | 'idleMs'>

/** Bytes that are read at once; most answers come in one piece. */
const pieceBytes = 64 * 1024

/** One connection to a subgraph, over which one request goes at a time. */
export class Connection {
  private readonly socket: Socket
  private exchange: Exchange | undefined
  private reader: AnswerReader | undefined
  private stands = false
  private isLost = false
  /** When something was last heard or sent, in milliseconds that only ever grow. */
  private since: number
  private allowedMs: number

  constructor(
    place: Place,
    private readonly owner: ConnectionOwner,
    private readonly limits: ConnectionLimits,
    private readonly now: () => number,
  ) {
    this.since = now()
    this.allowedMs = limits.connectMs
    const onread = {
      buffer: Buffer.allocUnsafeSlow(pieceBytes),
      callback: (length: number, bytes: Buffer | Uint8Array) => {
        this.hear(bytes as Buffer, length)
        return true
      },
    }
    // A connection outlives the request that has opened it.
    this.socket = apart(() => open(place, onread))
    this.socket.once(place.isSecure ? 'secureConnect' : 'connect', () => this.stand())
    this.socket.once('error', (error) => this.lose(error))
    this.socket.once('end', () => this.lose(new ConnectionLost()))
    this.socket.once('close', () => this.lose(new ConnectionLost()))
  }

  /** Sends a request over a connection on which nothing else goes. */
  send(exchange: Exchange): void {
    this.exchange = exchange
    this.reader = new AnswerReader(exchange.maxBytes)
    exchange.withdraw = (reason) => this.lose(reason)
    if (this.stands) this.begin(this.limits.timeoutMs)
    this.socket.write(exchange.text, exchange.encoding)
  }

  /** Ends it where nothing has come for too long. */
  look(): void {
    if (this.now() - this.since > this.allowedMs) this.lose(new Error(`Nothing came for ${this.allowedMs} ms.`))
  }

  /** Ends it; whoever waits for an answer hears why there is none. */
  lose(reason: Error): void {
    if (this.isLost) return
    this.isLost = true
    const { exchange } = this
    this.exchange = undefined
    this.socket.destroy()
    this.owner.left(this)
    exchange?.failed(reason)
  }

  private stand(): void {
    this.stands = true
    this.begin(this.limits.timeoutMs)
  }

  private hear(bytes: Buffer, length: number): void {
    if (this.isLost) return
    const received = this.read(bytes, length)
    if (!received) return
    const { exchange, reader, socket } = this
    this.exchange = undefined
    // Whoever answers before it has heard everything takes what is left for the next request.
    if (reader?.isLast || socket.writableLength) this.lose(new ConnectionLost())
    else {
      this.begin(this.limits.idleMs)
      this.owner.freed(this)
    }
    exchange?.answered(received)
  }

  private read(bytes: Buffer, length: number): Received | undefined {
    this.since = this.now()
    try {
      if (this.exchange) return this.reader?.take(bytes, length)
      throw new Error('An answer came that nobody has asked for.')
    } catch (error) {
      this.lose(error as Error)
      return undefined
    }
  }

  private begin(allowedMs: number): void {
    this.since = this.now()
    this.allowedMs = allowedMs
  }
}

function open({ host, port, isSecure }: Place, onread: OnReadOpts): Socket {
  const options: ConnectionOptions & TcpNetConnectOpts = { host, port, noDelay: true, onread }
  if (!isSecure) return connect(options)
  // An address has no name that could be asked for, and is looked up in the certificate as an address.
  return connectSecurely({ ...options, servername: isIP(host) ? '' : host, ALPNProtocols: ['http/1.1'] })
}
