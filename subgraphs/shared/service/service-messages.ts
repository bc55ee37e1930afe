import type { WireRecord } from '../wire/wire-value.js'

interface Told {
  code: string
  severity: string
  column?: string | null
  message: string
  fix?: string | null
}

/** What is said about a record, as documents have it. */
export const messagesOf = (issues: readonly Told[]): WireRecord[] =>
  issues.map(({ code, severity, column = null, message, fix = null }) => ({
    Code: code,
    Severity: severity,
    Column: column,
    Text: message,
    Fix: fix,
  }))
