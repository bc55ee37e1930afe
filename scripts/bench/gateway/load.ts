import { Pool } from 'undici'
import { postJson } from '../post-json.js'
import type { MakeBody } from './measured-operation.js'

export interface Load {
  url: string
  headers: Record<string, string>
  body: MakeBody
  connections: number
  requests: number
}

/** What came of a load: how many were answered, and how long each took. */
export interface Answered {
  seconds: number
  millis: number[]
  /** Answers that were none. */
  failures: number
}

let sent = 0

/** Sends so many requests, some of them at once, each other than all before it. */
export async function putLoad({ url, headers, body, connections, requests }: Load): Promise<Answered> {
  const { origin, pathname: path } = new URL(url)
  const pool = new Pool(origin, { connections })
  const millis: number[] = []
  let failures = 0
  const started = performance.now()
  let left = requests
  const askAndAsk = async () => {
    while (left > 0) {
      left -= 1
      const at = performance.now()
      sent += 1
      const { status, text } = await postJson(pool, { path, headers, body: body(sent), maxBytes: 64 * 1024 * 1024 })
      millis.push(performance.now() - at)
      if (status !== 200 || text.startsWith('{"errors"')) failures += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, askAndAsk))
  const answered = { seconds: (performance.now() - started) / 1_000, millis, failures }
  await pool.close()
  return answered
}
