import { listen } from './listen.js'

/** The least that a server in this language can do: reads the request and answers with bytes that it has. */
export const serveBare = (answer: string): Promise<number> =>
  listen((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.setHeader('content-length', Buffer.byteLength(answer))
      response.end(answer)
    })
  })
