import { Refusal } from '../graph/problem'

/** How an address of ours is asked. */
export interface Asked {
  method?: 'GET' | 'POST' | 'DELETE'
  body?: object
}

/** Asks an address of ours that is no part of the graph, and reads its JSON. Throws a Refusal with the code and sentence of what stopped it. */
export async function ask<Answer>(path: string, { method = 'GET', body }: Asked = {}): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  })
  const answer = await response.json().catch(() => undefined)
  if (response.ok || response.status === 422) return answer as Answer
  throw new Refusal(answer?.errors?.[0])
}
