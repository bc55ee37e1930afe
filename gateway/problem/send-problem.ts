import type { ServerResponse } from 'node:http'
import { type ErrorCode, errorStatus } from '../../subgraphs/shared/errors.js'
import { letGo } from '../../subgraphs/shared/http/send.js'
import { askForToken, sayWhenToComeBack } from '../../subgraphs/shared/http/told-error.js'
import { noteCode, supportId } from '../../subgraphs/shared/observe/work.js'
import { problemTitles, problemType } from './problem-types.js'

export interface Problem {
  code: ErrorCode
  /** What happened here, and what to do. */
  detail: string
  /** When to come back, where it is known. */
  retryAfterSeconds?: unknown
  /** More members, by the names that the page of problems explains. */
  more?: object
}

/** Answers with the details of a problem (RFC 9457). */
export function sendProblem(response: ServerResponse, { code, detail, retryAfterSeconds, more }: Problem): void {
  const status = errorStatus[code]
  noteCode(code)
  response.statusCode = status
  response.setHeader('content-type', 'application/problem+json')
  response.setHeader('cache-control', 'no-store')
  sayWhenToComeBack(response, status, retryAfterSeconds)
  askForToken(response, status)
  const problem = { type: problemType(code), title: problemTitles[code], status, detail, code }
  response.end(JSON.stringify({ ...problem, ...supportId(code), ...more }))
  letGo(response.req)
}
