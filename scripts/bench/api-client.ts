import { request } from 'node:http'
import { json } from 'node:stream/consumers'

interface GraphAnswer<T> {
  data?: T | null
  errors?: { message: string }[]
}

/** One of the people of the demonstration, over HTTP as any caller. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** The data of an operation. Throws the first error. */
  async ask<T>(query: string, variables: object): Promise<T> {
    const response = await fetch(new URL('/graphql', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as GraphAnswer<T>
    if (data && !errors?.length) return data
    throw new Error(`The graph answers ${response.status}: ${errors?.[0]?.message ?? 'no data'}`)
  }

  /** Announces a file of learners and sends it; says what was answered, and how long that took from its last byte on. */
  async send(bytes: Buffer): Promise<{ state: string; seconds: number }> {
    const { createUpload } = await this.ask<{ createUpload: { address: string } }>(
      'mutation ($input: UploadInput!) { createUpload(input: $input) { address } }',
      { input: { fileName: 'bench.xlsx', learnerPermission: true } },
    )
    const { lastByteAt, answer } = await this.put(createUpload.address, bytes)
    return { state: (answer as { state: string }).state, seconds: (performance.now() - lastByteAt) / 1000 }
  }

  /** Puts bytes to an address and reads the answer; says when the last byte left this process. */
  async put(path: string, bytes: Buffer): Promise<{ lastByteAt: number; answer: unknown }> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-length': bytes.length }
    const sending = request(new URL(path, this.url), { method: 'PUT', headers })
    let lastByteAt = 0
    sending.once('finish', () => {
      lastByteAt = performance.now()
    })
    const answer = await new Promise((resolve, reject) => {
      sending.once('error', reject)
      sending.once('response', (response) => json(response).then(resolve, reject))
      sending.end(bytes)
    })
    return { lastByteAt, answer }
  }
}
