import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Span } from '@opentelemetry/api'
import { type ErrorCode, isOurFault } from '../errors.js'

/** One question to another part, as it is remembered until the work has ended. */
export interface FetchNote {
  subgraph: string
  ms: number
  /** Whether no answer came, or one that says that the other part has failed. */
  isFailure: boolean
}

/** One slow statement, without the values in it. */
export interface StatementNote {
  database: string
  ms: number
  statement: string
  /** How the database would run it; undefined where it was looked at a moment ago or cannot be. */
  plan: Promise<object | undefined>
}

/** One request or job, as those see it who watch the platform. */
export interface Work {
  /** What every log line and every part that works for it calls it. */
  id: string
  /** When it began, in milliseconds that only ever grow. */
  startedAt: number
  span: Span
  /** The registered name of its operation, or that it is an ad hoc one; undefined for what is no operation. */
  operation?: string
  /** The text of its operation, for a log line to say which ad hoc one it was by its hash. */
  text?: string
  /** When nobody waits for it any more, in milliseconds that only ever grow, where whoever asks has said so. */
  until?: number
  /** That it was cut short because its time was over. */
  isLate?: true
  /** Codes of what its caller was told went wrong, each once. */
  codes: string[]
  /** The first of what it has asked of others and of databases; the table of limits says how many. */
  fetches: FetchNote[]
  slowStatements: StatementNote[]
}

const storage = new AsyncLocalStorage<Work>()

/** Does something as part of a piece of work, whose id stands on every log line until it has ended. */
export const during = <Result>(work: Work, run: () => Result): Result => storage.run(work, run)

/** Does something that is no part of what is being worked on. */
export const apart = <Result>(run: () => Result): Result => storage.exit(run)

/** What is being worked on; undefined for what nobody has asked for. */
export const currentWork = (): Work | undefined => storage.getStore()

/** The id of what is being worked on, or a new one. */
export const currentRequestId = (): string => storage.getStore()?.id ?? randomUUID()

/** Says which operation the work is, by its registered name or as an ad hoc one, and with which text. */
export function nameWork(operation: string, text: string): void {
  const work = storage.getStore()
  if (!work) return
  work.operation = operation
  work.text = text
}

/** Notes what the caller is told went wrong. */
export function noteCode(code: string): void {
  const codes = storage.getStore()?.codes
  if (codes && !codes.includes(code)) codes.push(code)
}

/** Notes that the time for the work is over. */
export function noteLate(): void {
  const work = storage.getStore()
  if (work) work.isLate = true
}

/** Whether the work was cut short because its time was over. */
export const isLate = (): boolean => storage.getStore()?.isLate ?? false

/** What a caller tells support where the fault is ours; nothing for what the caller can mend. */
export function supportId(code: ErrorCode | undefined): { requestId?: string } {
  const work = isOurFault(code) ? storage.getStore() : undefined
  return work ? { requestId: work.id } : {}
}
