import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSchema } from 'graphql'
import type { ViewerClaims } from '../../../subgraphs/reference/viewer.js'
import { unauthenticated } from '../../../subgraphs/shared/errors.js'
import { sendError } from '../../../subgraphs/shared/http/send.js'
import { isBehind } from '../../../subgraphs/shared/live/live-cursor.js'
import { createLog } from '../../../subgraphs/shared/log.js'
import { type LiveLimits, liveLimits } from '../limits.js'
import { type AskedSubscription, Live } from '../live.js'
import type { LiveItem } from '../live-feed.js'

const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
const log = createLog('test', 'silent')

/** The subscription of a physician, as every test listens. */
export const newCredit = 'subscription { newCredit { completionId } }'

/** What has happened in a subgraph of which a test decides everything. */
export class Happenings {
  readonly items: LiveItem[] = []
  isDown = false
  private position = 0

  /** Something happens on a channel. */
  tell(channel: string, id: string): void {
    this.position += 1
    this.items.push({ cursor: `7:${this.position}:1`, channel, id })
  }

  readonly read = async (after: string | null, channels: readonly string[]) => {
    if (this.isDown) throw new Error('The subgraph is down.')
    if (after === null) return { items: [], endCursor: `7:${this.position}`, hasMore: false }
    const behind = this.items.filter(({ cursor }) => isBehind(cursor, after)).slice(0, 3)
    const endCursor = behind.at(-1)?.cursor.replace(/:1$/, '') ?? after
    return {
      items: behind.filter(({ channel }) => channels.includes(channel)),
      endCursor,
      hasMore: behind.length === 3,
    }
  }
}

/** A process that answers subscriptions over HTTP. */
export class LiveServer {
  /** Who each bearer of a name is at this moment. */
  readonly accounts = new Map<string, ViewerClaims>()
  /** What answers each event; the completion’s id unless a test says otherwise. */
  answer: (id: string, claims: ViewerClaims) => string = (id) => `{"data":{"newCredit":{"completionId":"${id}"}}}`
  live: Live
  private readonly server = createServer((request, response) => void this.handle(request, response))

  constructor(
    private readonly happenings: Happenings,
    private readonly limits: Partial<LiveLimits> = {},
    /** What happens to files, elsewhere than credit does. */
    readonly files = new Happenings(),
  ) {
    this.live = this.process()
    this.accounts.set('dee', { accountId: 'dee', displayName: 'Dee', role: 'PHYSICIAN', learnerId: 'l1' })
    this.accounts.set('bo', { accountId: 'bo', displayName: 'Bo', role: 'PROVIDER_REPORTER', providerId: '1' })
  }

  async start(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening')
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`
  }

  /** Another process takes the place of this one. */
  async restart(): Promise<void> {
    await this.live.close()
    this.live = this.process()
  }

  async stop(): Promise<void> {
    await this.live.close()
    this.server.closeAllConnections()
    this.server.close()
  }

  private process(): Live {
    return new Live({
      graph: { schema },
      read: { providers: this.files.read, learners: this.files.read, credits: this.happenings.read },
      authenticator: {
        claimsOf: async ({ headers }) => {
          const claims = this.accounts.get(String(headers.authorization).replace('Bearer ', ''))
          if (!claims) throw unauthenticated('That account is closed. Sign in with another one.')
          return claims
        },
      },
      run: async ({ variables }, claims) => this.answer(String(variables._liveId), claims),
      log,
      now: () => new Date(),
      limits: { ...liveLimits, pollMs: 10, heartbeatMs: 40, ...this.limits },
    })
  }

  private async handle(...[request, response]: [Parameters<Live['answer']>[1], ServerResponse]): Promise<void> {
    let text = ''
    for await (const piece of request) text += piece
    const { query = newCredit, variables = {} } = text ? (JSON.parse(text) as Partial<AskedSubscription>) : {}
    await this.live
      .answer({ query, variables, operationName: '' }, request, response)
      .catch((error: unknown) => sendError(response, error, log))
  }
}

/** One event as it came over the line. */
export interface HeardEvent {
  id: string | undefined
  event: string | undefined
  data: unknown
}

/** Listens as a browser does, and reads one event after the other. */
export async function listens(url: string, headers: Record<string, string> = {}, query = newCredit, variables = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer dee', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const refusal = response.ok ? undefined : ((await response.json()) as { errors: { extensions: { code: string } }[] })
  const code = refusal?.errors[0]?.extensions.code
  const reader = refusal ? undefined : response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let heardId: string | undefined
  /** The next event; undefined at the end of the line. */
  const next = async (): Promise<HeardEvent | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n')
        text = text.slice(end + 2)
        const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
        const event = of('event')
        heardId = of('id') ?? heardId
        if (event) return { id: heardId, event, data: of('data') ? JSON.parse(of('data') ?? '') : undefined }
        continue
      }
      const piece = await reader?.read().catch(() => undefined)
      if (!piece || piece.done) return undefined
      text += piece.value
    }
  }
  return { response, code, next, lastId: () => heardId, cancel: () => reader?.cancel() }
}

/** The id of the record in an event. */
export const idIn = (heard: HeardEvent | undefined): unknown =>
  (heard?.data as { data?: { newCredit?: { completionId?: string } } } | undefined)?.data?.newCredit?.completionId
