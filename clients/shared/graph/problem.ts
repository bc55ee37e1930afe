import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'

export type ProblemKind = 'SIGNED_OUT' | 'FORBIDDEN' | 'NOT_FOUND' | 'OFFLINE' | 'REFUSED' | 'FAULT'

/** What went wrong, in words for the person in front of the screen. */
export interface Problem {
  kind: ProblemKind
  message: string
  hint?: string
  /** By which support finds the request again; where the fault is ours. */
  supportId?: string
}

const kinds: Record<string, ProblemKind> = {
  UNAUTHENTICATED: 'SIGNED_OUT',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  INTERNAL: 'FAULT',
  INTERNAL_SERVER_ERROR: 'FAULT',
  UPSTREAM_UNAVAILABLE: 'FAULT',
  OVERLOADED: 'FAULT',
}

const fault: Problem = {
  kind: 'FAULT',
  message: 'CreditGraph could not answer.',
  hint: 'Nothing was changed. Try again in a moment.',
}

const outdated: Problem = {
  kind: 'REFUSED',
  message: 'CreditGraph has been renewed since you opened this page.',
  hint: 'Load the page again to go on. What you have entered and saved is kept.',
}

interface ToldError {
  message: string
  extensions?: Record<string, unknown>
}

/** What an address outside the graph answers in place of what was asked; its errors have the shape of the graph’s. */
export class Refusal extends Error {
  constructor(readonly error: ToldError | undefined) {
    super(error?.message ?? 'The request was refused.')
  }
}

/** The one door for errors: whatever was thrown, as a problem with a message and what to do. */
export function problemOf(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) return ofCode(error.errors[0]?.extensions?.code, error.errors[0])
  if (error instanceof Refusal) return ofCode(error.error?.extensions?.code, error.error)
  if (ServerError.is(error)) {
    if (error.statusCode === 401) return { kind: 'SIGNED_OUT', message: 'Your session has ended.' }
    const told = toldIn(error.bodyText)
    return told ? ofCode(told.extensions?.code, told) : faultOf(error.response.headers.get('x-request-id'))
  }
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) {
    return {
      kind: 'OFFLINE',
      message: 'CreditGraph cannot be reached.',
      hint: 'Check your connection. What you see comes back by itself when it returns.',
    }
  }
  return fault
}

const faultOf = (requestId: unknown): Problem =>
  typeof requestId === 'string' ? { ...fault, supportId: requestId } : fault

/** Why a request was refused before anything was run for it; undefined where a proxy answers in place of the gateway. */
function toldIn(bodyText: string): ToldError | undefined {
  if (!bodyText.startsWith('{"errors":')) return undefined
  const { errors }: { errors: ToldError[] } = JSON.parse(bodyText)
  return errors[0]
}

function ofCode(code: unknown, error: ToldError | undefined): Problem {
  const kind = (typeof code === 'string' && kinds[code]) || 'REFUSED'
  if (code === 'PERSISTED_QUERY_NOT_FOUND') return outdated
  if (!error || kind === 'FAULT') return faultOf(error?.extensions?.requestId)
  const hint = error.extensions?.hint
  return { kind, message: withoutVariable(error.message), hint: typeof hint === 'string' ? hint : undefined }
}

/** A value that is none of its kind: what the kind says about it, if it says what to write. */
function withoutVariable(message: string): string {
  if (!message.startsWith('Variable "$')) return message
  return /; (Write .*)$/s.exec(message)?.[1] ?? 'One of the values is not known here.'
}
