import { AsyncLocalStorage } from 'node:async_hooks'
import type { EntityManager } from '@mikro-orm/postgresql'
import { GraphQLError } from 'graphql'
import type { Acting } from './acting.js'
import { type Call, type CallResult, type RecordedCall, type RecordTools, recordCalls } from './record-calls.js'

/** So many calls, and rows of them, are recorded together at most. */
const mostCalls = 50
const mostRows = 500

/** A call whose turn comes. */
interface Waiting {
  call: Call
  em: EntityManager
  /** Given when nobody waits for the answer any more. */
  signal?: AbortSignal
  /** Does something as part of the request that the call came with. */
  during: ReturnType<typeof AsyncLocalStorage.snapshot>
  resolve: (recorded: RecordedCall) => void
  reject: (reason: unknown) => void
}

export type Caller = Pick<Waiting, 'em' | 'signal'>

/**
 * Records calls of web service and form. Those of one author that come while others of theirs are recorded are then
 * recorded together: the provider is locked once, its learners are looked for once, and each statement is sent once.
 */
export class Recorder {
  private readonly lines = new Map<string, Waiting[]>()

  constructor(private readonly tools: RecordTools) {}

  /** Records a call on the path of files, as a batch of its own. Rejects where the call is refused as a whole. */
  record(call: Call, acting: Acting, { em, signal }: Caller): Promise<RecordedCall> {
    return new Promise((resolve, reject) => {
      const waiting = { call, em, signal, during: AsyncLocalStorage.snapshot(), resolve, reject }
      const author = JSON.stringify(acting)
      const line = this.lines.get(author)
      if (line) line.push(waiting)
      else void this.work(author, [waiting], acting)
    })
  }

  private async work(author: string, line: Waiting[], acting: Acting): Promise<void> {
    this.lines.set(author, line)
    while (line.length) await this.settle(nextOf(line), acting)
    this.lines.delete(author)
  }

  /** Where a group cannot be recorded, each call of it stands or falls alone. */
  private async settle(group: readonly Waiting[], acting: Acting): Promise<void> {
    try {
      const results = await this.run(group, acting)
      for (const [index, { resolve, reject }] of group.entries()) {
        const result = results[index]
        if (result instanceof GraphQLError) reject(result)
        else if (result) resolve(result)
      }
    } catch (error) {
      const [first, ...others] = group
      if (first && !others.length) first.reject(error)
      else await Promise.all(group.map((one) => this.settle([one], acting)))
    }
  }

  /** Statements for one call end when nobody waits for it; those for several do not. */
  private run(group: readonly Waiting[], acting: Acting): Promise<CallResult[]> {
    const last = group.at(-1)
    if (!last) return Promise.resolve([])
    const calls = group.map(({ call }) => call)
    return last.during(() =>
      calls.length === 1
        ? recordCalls(calls, acting, { ...this.tools, em: last.em })
        : recordCalls(calls, acting, { ...this.tools, em: this.tools.em.fork() }, 1),
    )
  }
}

/** Takes from a line what is recorded next: no key twice, and nothing that nobody waits for any more. */
function nextOf(line: Waiting[]): Waiting[] {
  const group: Waiting[] = []
  const keys = new Set<string>()
  let rows = 0
  while (line[0] && group.length < mostCalls) {
    const [{ call, signal, reject }] = line as [Waiting]
    const key = call.repeat?.key
    if (signal?.aborted) reject(signal.reason)
    else if (group.length && (rows + call.rows.length > mostRows || (key !== undefined && keys.has(key)))) break
    else {
      group.push(line[0])
      rows += call.rows.length
      if (key !== undefined) keys.add(key)
    }
    line.shift()
  }
  return group
}
