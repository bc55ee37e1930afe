import { setTimeout as sleep } from 'node:timers/promises'

interface GraphAnswer<T> {
  data: T | null
  errors?: { message: string; extensions: { code: string } }[]
}

interface UploadAnswer {
  batchId: string
  state: string
  duplicateOf: string | null
  refusal: { code: string; message: string; place: string | null } | null
}

export interface BatchNews {
  batchId: string
  state: string
  totalRows: number | null
  appliedRows: number
  counts: { accepted: number; warned: number; rejected: number; duplicate: number }
  refusal: UploadAnswer['refusal']
  resultAddress: string | null
}

const batchFields =
  'batchId state totalRows appliedRows counts { accepted warned rejected duplicate } refusal { code message place } resultAddress'
const restStates = ['DONE', 'REFUSED', 'CANCELLED']

/** Somebody who uses the platform over HTTP, with a bearer token or with none. */
export class Person {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  /** The data of an operation. Throws the code of the first error. */
  async asks<T>(query: string, variables: object = {}): Promise<T> {
    const response = await this.fetches('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as GraphAnswer<T>
    const [error] = errors ?? []
    if (error) throw new Error(`${error.extensions.code}: ${error.message}`)
    if (!data) throw new Error('There is no data.')
    return data
  }

  fetches(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) }
    return fetch(new URL(path, this.url), { ...init, headers })
  }

  async announces(fileName: string, dryRun = false): Promise<{ batchId: string; address: string }> {
    const { createUpload } = await this.asks<{ createUpload: { batch: { batchId: string }; address: string } }>(
      `mutation ($input: UploadInput!) { createUpload(input: $input) { batch { batchId } address } }`,
      { input: { fileName, learnerPermission: true, dryRun } },
    )
    return { batchId: createUpload.batch.batchId, address: createUpload.address }
  }

  /** Announces a file and sends its bytes. */
  async uploads(bytes: Buffer<ArrayBuffer>, fileName = 'learners.xlsx'): Promise<UploadAnswer> {
    const { address } = await this.announces(fileName)
    const response = await this.fetches(address, { method: 'PUT', body: bytes })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return (await response.json()) as UploadAnswer
  }

  async opens(batchId: string): Promise<BatchNews> {
    const { batch } = await this.asks<{ batch: BatchNews }>(
      `query ($id: ID!) { batch(batchId: $id) { ${batchFields} } }`,
      {
        id: batchId,
      },
    )
    return batch
  }

  /** Follows a batch until it rests; `onNews` sees every state on the way. */
  async waitsFor(batchId: string, onNews: (news: BatchNews) => void = () => undefined): Promise<BatchNews> {
    for (let tries = 0; tries < 600; tries += 1) {
      const news = await this.opens(batchId)
      onNews(news)
      if (restStates.includes(news.state)) return news
      await sleep(100)
    }
    throw new Error('The batch did not come to rest.')
  }

  async downloads(path: string): Promise<Buffer<ArrayBuffer>> {
    const response = await this.fetches(path)
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return Buffer.from(await response.arrayBuffer())
  }
}
