import type { SourceLimits } from '../limits.js'
import type { Received } from '../received.js'
import { Connection, type ConnectionLimits, type ConnectionOwner, type Place } from './connection.js'
import { Exchange, type Post } from './exchange.js'

/** By the protocols that a subgraph may be asked by. */
const usualPorts = new Map([
  ['http:', 80],
  ['https:', 443],
])

export type ChannelLimits = ConnectionLimits & Pick<SourceLimits, 'connections' | 'connectionsEveryMs'>

/**
 * The way to one subgraph: posts JSON over connections that are kept, of which there are only so many. Does what
 * HTTP/1.1 asks of a client that talks to a server it knows, and nothing else.
 */
export class Channel implements ConnectionOwner {
  private readonly place: Place
  private readonly head: string
  private readonly all = new Set<Connection>()
  /** Those over which nothing goes; that which was used last is used next. */
  private readonly idle: Connection[] = []
  private waiting: Exchange[] = []
  private timer: NodeJS.Timeout | undefined
  private closed: (() => void) | undefined

  /** Throws where the address is not one of http or https. */
  constructor(
    url: string,
    private readonly limits: ChannelLimits,
    private readonly now: () => number,
  ) {
    const { protocol, hostname, port, host, pathname } = new URL(url)
    const usualPort = usualPorts.get(protocol)
    if (!usualPort) throw new Error(`Subgraphs are asked by http or https, not at ${url}.`)
    this.place = {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || usualPort),
      isSecure: protocol === 'https:',
    }
    this.head = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`
  }

  /** Posts a JSON text and reads the answer. Throws where there is none. */
  post({ headers, body, maxBytes, fetch }: Post): Promise<Received> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new Error('The gateway stops.')
      const bytes = Buffer.byteLength(body)
      const text = `${this.head}${fieldsOf(headers)}content-length: ${bytes}\r\n\r\n${body}`
      this.send(new Exchange(text, bytes === body.length ? 'latin1' : 'utf8', maxBytes, fetch, resolve, reject))
    })
  }

  /** Takes no further requests; ends when those that were sent have ended. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.closed = resolve
      for (const connection of [...this.idle]) connection.lose(new Error('The gateway stops.'))
      this.endIfEmpty()
    })
  }

  freed(connection: Connection): void {
    const next = this.waiting.shift()
    if (next) connection.send(next)
    else if (this.closed) connection.lose(new Error('The gateway stops.'))
    else this.idle.push(connection)
  }

  left(connection: Connection): void {
    this.all.delete(connection)
    const place = this.idle.indexOf(connection)
    if (place >= 0) this.idle.splice(place, 1)
    const next = this.waiting.shift()
    if (next) this.send(next)
    this.endIfEmpty()
  }

  private send(exchange: Exchange): void {
    const connection = this.idle.pop() ?? this.open()
    if (connection) {
      connection.send(exchange)
      return
    }
    this.waiting.push(exchange)
    exchange.withdraw = (reason) => {
      this.waiting = this.waiting.filter((other) => other !== exchange)
      exchange.failed(reason)
    }
  }

  private open(): Connection | undefined {
    if (this.all.size >= this.limits.connections) return undefined
    const connection = new Connection(this.place, this, this.limits, this.now)
    this.all.add(connection)
    this.timer ??= setInterval(() => this.look(), this.limits.connectionsEveryMs).unref()
    return connection
  }

  /** One timer for all connections, so that a request needs none. */
  private look(): void {
    for (const connection of this.all) connection.look()
  }

  private endIfEmpty(): void {
    if (this.all.size) return
    clearInterval(this.timer)
    this.timer = undefined
    this.closed?.()
  }
}

/** Headers as they are sent. Throws where one holds what would end it. */
function fieldsOf(headers: Readonly<Record<string, string>>): string {
  let fields = ''
  for (const name in headers) {
    const value = headers[name] as string
    if (value !== sendable && unsendable.test(value)) throw new Error(`The header ${name} cannot be sent.`)
    if (value.length > short) sendable = value
    fields += `${name}: ${value}\r\n`
  }
  return fields
}

/** The last long value that was looked at: the token of whoever asks most. */
let sendable = ''
const short = 64
const unsendable = /[^\t\x20-\x7e]/
