import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

const dayPattern = /^[12]\d{3}-\d{2}-\d{2}$/

/** True for a day that exists, written `YYYY-MM-DD`, of the years 1000 to 2999. */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function readDay(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value
  throw refused(`Write a day of the years 1000 to 2999 as YYYY-MM-DD, for example 2026-06-30, not ${shown(value)}.`)
}

/** A calendar day without a zone; a string `YYYY-MM-DD` on the wire and in code. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day without a time zone, written YYYY-MM-DD.',
  serialize: readDay,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
})

function readInstant(value: unknown): Date {
  const date = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN)
  if (Number.isNaN(date.getTime())) throw refused(`Write an instant as ISO 8601, not ${shown(value)}.`)
  return date
}

/** An instant; a Date in code, ISO 8601 in UTC on the wire. */
export const Instant = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, written as ISO 8601, for example 2026-06-30T14:00:00.000Z.',
  serialize: (value) => readInstant(value).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
})

function readQuarters(value: unknown): number {
  const quarters = typeof value === 'number' ? value * 4 : Number.NaN
  if (Number.isSafeInteger(quarters)) return quarters
  throw refused(`Write an amount as a multiple of 0.25, for example 1.75, not ${shown(value)}.`)
}

/**
 * An amount of credits or points. Whole quarters in code and in the ledger, so that sums are exact;
 * a decimal number on the wire, where every multiple of 0.25 is exact too.
 */
export const Amount = new GraphQLScalarType<number, number>({
  name: 'Amount',
  description: 'An amount of credits or points: a multiple of 0.25 with at most two decimals, for example 1.75.',
  serialize: (quarters) => Number(quarters) / 4,
  parseValue: readQuarters,
  parseLiteral: (node) =>
    readQuarters(node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : undefined),
})

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 60) ?? 'nothing'
const refused = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
