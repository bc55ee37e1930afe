import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createListener, type Server as Listener, type Socket } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { generate } from 'selfsigned'
import { sourceLimits } from '../limits.js'
import type { Stoppable } from '../running-fetches.js'
import { Channel, type ChannelLimits } from './channel.js'
import { ConnectionLost } from './connection.js'
import { MalformedAnswer, TooLong } from './malformed-answer.js'

const opened: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

function channelTo(server: Server | Listener, limits: Partial<ChannelLimits> = {}): Channel {
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/graphql`
  const channel = new Channel(url, { ...sourceLimits, connectionsEveryMs: 10, ...limits }, () => performance.now())
  opened.push(channel)
  return channel
}

async function listening<Kind extends Server | Listener>(server: Kind): Promise<Kind> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  opened.push({ close: () => server.close() })
  return server
}

/** A server that does with each connection what it likes. */
const rough = (answer: (socket: Socket, count: number) => void) => {
  let count = 0
  return listening(
    createListener((socket) => {
      opened.push({ close: () => socket.destroy() })
      socket.on('error', () => undefined)
      socket.on('data', () => {
        count += 1
        answer(socket, count)
      })
    }),
  )
}

const post = (channel: Channel, body = '{}', fetch?: Stoppable, headers: Record<string, string> = {}) =>
  channel.post({ headers, body, maxBytes: 1_000_000, ...(fetch && { fetch }) })
const textOf = async (channel: Channel, body?: string) => (await post(channel, body)).text
const reasonOf = (answer: Promise<unknown>) => answer.then(String, (error: unknown) => error)
const good = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'

describe('with a server of node:http', () => {
  const heard: { headers: IncomingMessage['headers']; method: string | undefined; url: string | undefined }[] = []
  const ports = new Set<number | undefined>()

  const echo = (respond: (response: ServerResponse, body: Buffer) => void) =>
    listening(
      createServer(async (request, response) => {
        heard.push({ headers: request.headers, method: request.method, url: request.url })
        ports.add(request.socket.remotePort)
        const pieces: Buffer[] = []
        for await (const piece of request) pieces.push(piece)
        respond(response, Buffer.concat(pieces))
      }),
    )
  beforeEach(() => {
    heard.length = 0
    ports.clear()
  })

  test.each<[string, (response: ServerResponse, body: Buffer) => void]>([
    ['a length', (response, body) => response.end(body)],
    [
      'chunks',
      (response, body) => {
        response.write(body.subarray(0, 3))
        response.end(body.subarray(3))
      },
    ],
    [
      'its head before its body',
      (response, body) => {
        response.flushHeaders()
        setImmediate(() => response.end(body))
      },
    ],
    [
      'informational answers before it',
      (response, body) => {
        response.writeContinue()
        response.writeEarlyHints({ link: '</a>; rel=preload' })
        response.end(body)
      },
    ],
  ])('short and long texts of any letters come back as they were sent, from an answer with %s', async (_, respond) => {
    const channel = channelTo(await echo(respond))
    for (const text of ['{"a":1}', '{"a":"Zoë 🩺"}', `"${'long ë '.repeat(40_000)}"`, `"${'plain '.repeat(40_000)}"`])
      expect(await textOf(channel, text)).toBe(text)
    expect(ports.size).toBe(1)
  })

  test('a request says what it is', async () => {
    const server = await echo((response, body) => response.end(body))
    await post(channelTo(server), '"ë"', undefined, { 'x-request-id': 'r1' })
    expect(heard).toEqual([
      {
        method: 'POST',
        url: '/graphql',
        headers: {
          host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
          'content-type': 'application/json',
          'content-length': '4',
          'x-request-id': 'r1',
        },
      },
    ])
  })

  test.each(['a\r\nx-other: 1', 'a\n', 'a\0', 'ë'])('a header %j is not sent', async (value) => {
    const channel = channelTo(await echo((response) => response.end('{}')))
    await expect(post(channel, '{}', undefined, { 'x-request-id': value })).rejects.toThrow('x-request-id')
    expect(heard).toEqual([])
  })

  test('requests share as many connections as may be, and the others wait for their turn', async () => {
    const channel = channelTo(await echo((response, body) => setImmediate(() => response.end(body))), {
      connections: 3,
    })
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`)
    expect(await Promise.all(texts.map((text) => textOf(channel, text)))).toEqual(texts)
    expect(ports.size).toBe(3)
  })

  test('a connection that the server ends is not used again', async () => {
    const channel = channelTo(
      await echo((response) => {
        response.setHeader('connection', 'close')
        response.end('{}')
      }),
    )
    for (let count = 0; count < 3; count += 1) expect(await textOf(channel)).toBe('{}')
    expect(ports.size).toBe(3)
  })

  test('whoever closes it waits for answers that are on their way, and it takes no more', async () => {
    let release = () => undefined as unknown
    const channel = channelTo(
      await echo((response) => {
        release = () => response.end('{}')
      }),
    )
    const asked = textOf(channel)
    while (!heard.length) await new Promise(setImmediate)
    const closed = channel.close()
    await expect(post(channel)).rejects.toThrow('stops')
    release()
    expect(await asked).toBe('{}')
    await closed
  })
})

describe('with a server that errs', () => {
  test.each<[string, string, typeof ConnectionLost | typeof MalformedAnswer | typeof TooLong]>([
    ['ends before its head', 'HTTP/1.1 200 OK\r\ncontent-le', ConnectionLost],
    ['ends before its body', 'HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n{', ConnectionLost],
    ['ends between its chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n', ConnectionLost],
    ['says nothing of a length', 'HTTP/1.1 200 OK\r\n\r\n{}', MalformedAnswer],
    ['answers twice', good + good, MalformedAnswer],
    ['is too long', 'HTTP/1.1 200 OK\r\ncontent-length: 1000001\r\n\r\n', TooLong],
  ])('an answer that %s is none, and its connection is not used again', async (_, answer, kind) => {
    const sockets = new Set<Socket>()
    const server = await rough((socket, count) => {
      sockets.add(socket)
      socket.end(count === 1 ? answer : good)
    })
    const channel = channelTo(server)
    expect(await reasonOf(post(channel))).toBeInstanceOf(kind)
    expect(await textOf(channel)).toBe('{}')
    expect(sockets.size).toBe(2)
  })

  test('nobody gets an answer that was not asked for', async () => {
    const sockets: Socket[] = []
    const server = await rough((socket, count) => {
      sockets.push(socket)
      socket.write(good)
      if (count === 1) setTimeout(() => socket.write(good.replace('{}', '[]')), 5)
    })
    const channel = channelTo(server)
    expect(await textOf(channel)).toBe('{}')
    await once(sockets[0] as Socket, 'close')
    expect(await textOf(channel)).toBe('{}')
    expect(new Set(sockets).size).toBe(2)
  })

  test('a connection that was closed while nothing went over it is not used again', async () => {
    const sockets: Socket[] = []
    const server = await rough((socket) => {
      sockets.push(socket)
      socket.end(good)
    })
    const channel = channelTo(server)
    expect(await textOf(channel)).toBe('{}')
    await once(sockets[0] as Socket, 'close')
    expect(await textOf(channel)).toBe('{}')
  })

  test('a connection over which nothing goes ends after a while', async () => {
    const sockets: Socket[] = []
    const server = await rough((socket) => {
      sockets.push(socket)
      socket.write(good)
    })
    await textOf(channelTo(server, { idleMs: 20 }))
    await once(sockets[0] as Socket, 'close')
  })

  test.each([
    ['nothing', ''],
    ['the beginning of an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n{'],
  ])('%s and then silence is no answer', async (_, answer) => {
    const server = await rough((socket) => void socket.write(answer))
    await expect(post(channelTo(server, { timeoutMs: 50 }))).rejects.toThrow('Nothing came for 50 ms.')
  })

  test('an answer before the end of the request is given, and the connection ends', async () => {
    const sockets = new Set<Socket>()
    const server = await listening(
      createListener((socket) => {
        opened.push({ close: () => socket.destroy() })
        socket.on('error', () => undefined)
        sockets.add(socket)
        socket.once('data', () => {
          socket.pause()
          socket.write(good)
        })
      }),
    )
    const channel = channelTo(server)
    expect(await textOf(channel, `"${'x'.repeat(20_000_000)}"`)).toBe('{}')
    expect(await textOf(channel)).toBe('{}')
    expect(sockets.size).toBe(2)
  })

  test('nobody there is told as such', async () => {
    const server = await listening(createListener())
    const channel = channelTo(server)
    server.close()
    expect(await reasonOf(post(channel))).toMatchObject({ code: 'ECONNREFUSED' })
  })
})

describe('a request that is taken back', () => {
  test('ends its connection, and whoever waits has the next', async () => {
    const sockets: Socket[] = []
    const server = await rough((socket, count) => {
      sockets.push(socket)
      if (count > 1) socket.write(good)
    })
    const channel = channelTo(server, { connections: 1 })
    const [first, second]: [Stoppable, Stoppable] = [{}, {}]
    const answers = [post(channel, '{}', first), post(channel, '{}', second), post(channel)].map(reasonOf)
    while (!sockets.length) await new Promise(setImmediate)
    second.stop?.(new Error('second'))
    first.stop?.(new Error('first'))
    expect((await Promise.all(answers)).map(String)).toEqual(['Error: first', 'Error: second', '[object Object]'])
    expect(new Set(sockets).size).toBe(2)
    expect([first.stop, second.stop]).toEqual([undefined, undefined])
  })

  test('before its connection is there is never sent', async () => {
    let heard = 0
    const server = await rough(() => {
      heard += 1
    })
    const fetch: Stoppable = {}
    const answer = reasonOf(post(channelTo(server), '{}', fetch))
    fetch.stop?.(new Error('gone'))
    expect(String(await answer)).toBe('Error: gone')
    expect(heard).toBe(0)
  })
})

describe('by https', () => {
  const trusted = getCACertificates('default')
  afterAll(() => setDefaultCACertificates(trusted))

  /** A server that proves one name. */
  async function secure(name: string): Promise<{ url: string; certificate: string }> {
    const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
    })
    const server = createSecureServer({ key, cert }, async (request, response) => {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece)
      response.end(Buffer.concat(pieces))
    })
    await listening(server)
    return { url: `https://localhost:${(server.address() as AddressInfo).port}/graphql`, certificate: cert }
  }

  const channelAt = (url: string) => {
    const channel = new Channel(url, sourceLimits, () => performance.now())
    opened.push(channel)
    return channel
  }

  test('it is as by http, large or small, one after the other', async () => {
    const { url, certificate } = await secure('localhost')
    setDefaultCACertificates([...trusted, certificate])
    const channel = channelAt(url)
    for (const body of ['{}', `"${'é'.repeat(200_000)}"`, '[]']) expect(await textOf(channel, body)).toBe(body)
  })

  test('nothing is told to a server that nobody vouches for, or that has another name', async () => {
    const unknown = await secure('localhost')
    const other = await secure('elsewhere.example')
    setDefaultCACertificates([...trusted, other.certificate])
    expect(await reasonOf(post(channelAt(unknown.url)))).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect(await reasonOf(post(channelAt(other.url)))).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  })
})

test.each(['ftp://127.0.0.1/graphql', 'graphql'])('%s is no address for it', (url) => {
  expect(() => new Channel(url, sourceLimits, () => 0)).toThrow()
})
