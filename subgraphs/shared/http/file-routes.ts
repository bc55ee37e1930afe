import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request for a file, or with one. */
export interface FileExchange<Context> {
  context: Context
  request: IncomingMessage
  response: ServerResponse
  /** What the parentheses of the path caught. */
  id: string
  search: URLSearchParams
}

/** An address of files: its method, its path with one pair of parentheses, and what answers it. */
export type FileRoute<Context> = readonly [
  method: 'GET' | 'PUT' | 'POST',
  path: RegExp,
  answer: (exchange: FileExchange<Context>) => Promise<void>,
]

/** How an id stands in the path of an address. */
export const uuidInPath = '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'

/** Answers the addresses of files; false where there is none. */
export async function answerFile<Context>(
  routes: readonly FileRoute<Context>[],
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  for (const [method, path, answer] of routes) {
    const id = request.method === method ? path.exec(url.pathname)?.[1] : undefined
    if (!id) continue
    await answer({ context, request, response, id, search: url.searchParams })
    return true
  }
  return false
}

/** How many bytes a request announces, where it does. */
export function announcedBytes({ headers }: IncomingMessage): number | undefined {
  const length = headers['content-length']
  return length === undefined ? undefined : Number(length)
}

/** Says what file follows: to be saved, not shown, and kept by nobody on the way. */
export function describeFile(response: ServerResponse, type: string, name: string): void {
  response.setHeader('content-type', type)
  response.setHeader('content-disposition', `attachment; filename="${name}"`)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
